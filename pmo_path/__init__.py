"""pmo-path: which certification route to take in a PMO, and why.

Keep it free of typer, rich and pydantic: the build hook has no typer, and every start pays for it.
"""

__version__ = "0.1.0"
