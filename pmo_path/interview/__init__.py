"""Questions while answers can change the advice."""
