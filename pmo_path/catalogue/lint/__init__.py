"""Lint: checks of a catalogue that is valid."""
