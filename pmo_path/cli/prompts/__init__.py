"""User interfaces that ask the questions of an interview on a terminal."""
