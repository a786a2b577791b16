"""`python -m plumb` is the `plumb` command."""

from plumb.cli import app

app()
