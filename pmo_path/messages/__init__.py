"""Every sentence for people, by code."""
