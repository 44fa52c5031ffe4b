"""Conditions over facts as data: met, not met or unknown, and why."""
