"""Reads CVs, data exports and badges into the facts of a profile, each with where it was read."""
