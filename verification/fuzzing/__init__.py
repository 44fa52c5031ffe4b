"""Hostile input, made from a seed: `material` makes it, `doors` bring it in."""
