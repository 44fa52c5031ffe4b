"""What is known of a person: the definitions of facts, the profile, and its parsing and writing."""
