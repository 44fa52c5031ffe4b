"""The interview: ask questions for as long as their answers can change the advice."""
