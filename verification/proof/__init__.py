"""The proof over every possible practitioner: classes of people, and the checks on each class."""
