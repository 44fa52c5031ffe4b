"""What `pmo_path` offers to programs in Python: checked, typed, and sharing no mutable state."""
