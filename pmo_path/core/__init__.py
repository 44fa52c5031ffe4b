"""Code that knows no domain: errors, scalar values, text, and documents with positions."""
