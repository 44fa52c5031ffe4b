"""Plans: from where a person is to where they want to be, with what it takes and when."""
