"""The public JSON, as types."""
