"""What a catalogue is."""
