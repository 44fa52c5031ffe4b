"""Checks of a valid catalogue."""
