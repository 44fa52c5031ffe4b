"""Answers built from decisions: codes, values and worded reasons, without layout."""
