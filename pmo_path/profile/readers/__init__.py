"""Read many profiles from one file, one at a time."""
