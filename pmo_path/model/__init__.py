"""The data model of a catalogue, and what it says on a given day."""
