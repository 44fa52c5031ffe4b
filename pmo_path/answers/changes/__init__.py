"""What changed between two advices, and by what: `compare` puts the parts together."""
