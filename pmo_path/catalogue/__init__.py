"""Reads, refuses and lints data/: from YAML files to a Catalogue."""
