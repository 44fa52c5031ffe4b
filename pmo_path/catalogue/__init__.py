"""Load, validate and lint data/: from YAML files to a Catalogue."""
