"""The `plumb` command: what an operator of a district's Plumbline types."""

import typer

app = typer.Typer(
    name="plumb",
    help="Run, load and look after a district's Plumbline.",
    no_args_is_help=True,
    rich_markup_mode="rich",
)


@app.callback()
def plumb() -> None:
    """Run, load and look after a district's Plumbline."""
