"""What is known of a person: the table of facts, and reading and writing them."""
