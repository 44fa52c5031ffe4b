"""Knows no domain: errors, small values, text, documents with positions."""
