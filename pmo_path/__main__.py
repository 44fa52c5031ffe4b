"""`python -m pmo_path` is the same as `pmo-path`."""

from pmo_path.cli.main import main

main()
