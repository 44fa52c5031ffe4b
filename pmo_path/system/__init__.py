"""The doors to the machine: streams, files, the user's directories."""
