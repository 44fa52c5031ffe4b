"""The proof over every possible practitioner: classes of people, and what is checked on each of them."""
