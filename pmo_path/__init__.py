"""pmo-path: which certification route to take in a PMO, and why.

The build hook imports nothing from here; keep it free of typer, rich and pydantic.
"""

__version__ = "0.1.0"
