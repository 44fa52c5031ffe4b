"""Effects on the machine: standard streams, files, the terminal and the user's directories."""
