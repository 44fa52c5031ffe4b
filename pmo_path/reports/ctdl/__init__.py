"""The catalogue as JSON-LD in CTDL."""
