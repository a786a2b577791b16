"""The `plumb` command: what an operator of a district's Plumbline types."""

from __future__ import annotations

import json
import shlex
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from plumb import bring, deploying, items, roster, standards
from plumb.explain import ExplainedGroup
from plumb.local.places import HERE

app = typer.Typer(
    name="plumb",
    cls=ExplainedGroup,
    help="Run, load and look after a district's Plumbline.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
roster.app.command("import")(bring.roster)
standards.app.command("import")(bring.standards)
app.add_typer(roster.app, name="roster")
app.add_typer(standards.app, name="standards")
app.add_typer(items.app, name="items")
app.command("deploy")(deploying.deploy)

AsJson = Annotated[bool, typer.Option("--json", help="Print the outcome as JSON.")]
Folder = Annotated[Path, typer.Option("--folder", help="Where the local cloud keeps its state.")]
Empty = Annotated[bool, typer.Option("--empty", help="Load nothing: a district of your own.")]


@app.command()
def run(as_json: AsJson = False, folder: Folder = HERE, empty: Empty = False) -> None:
    """Deploy to the local cloud, load the demonstration district, distribute, and stay up."""
    from plumb.tour.show import Show

    show = Show(_console(as_json=as_json), folder, as_json=as_json)
    show.run_empty() if empty else show.run()


@app.command()
def demo(as_json: AsJson = False, folder: Folder = HERE) -> None:
    """Do as `run`, wait for the scheduled delivery, check that nothing is lost, and end.

    Ends with 0 when every tracker and every teacher got theirs, once; with 1 when not.
    """
    from plumb.tour.show import Show

    proof = Show(_console(as_json=as_json), folder).demo()
    typer.echo(json.dumps(proof.as_dict()) if as_json else proof.sentence())
    raise typer.Exit(0 if proof.good else 1)


@app.command()
def status(as_json: AsJson = False, folder: Folder = HERE) -> None:
    """Print the local stack's addresses and sign-in names again, and whether it is up.

    Ends with 0 when it is up, with 1 when it is stopped, with 2 when there is none.
    """
    from plumb.local.places import LocalPlaces
    from plumb.local.status import read_status

    found = read_status(LocalPlaces(folder))
    if as_json:
        typer.echo(json.dumps(found.as_dict()))
    else:
        for line in found.lines():
            Console().print(line, soft_wrap=True)
    raise typer.Exit(0 if found.up else 1)


@app.command()
def token(user: Annotated[str, typer.Argument(help="A sign-in name of the local stack.")]) -> None:
    """Print an access token for a person of the local stack, for example for curl."""
    from plumb.connection import connect

    typer.echo(connect("", user).token)


@app.command("sign-in")
def sign_in(
    url: Annotated[str, typer.Option(envvar="PLUMB_URL", help="The API, up to /v1.")],
    browser: Annotated[bool, typer.Option(help="Open the page in this machine's browser.")] = True,
) -> None:
    """Sign in on a stack's own pages; the commands that take --url then act as you.

    It lasts until `plumb sign-out`, or 12 hours.
    """
    import webbrowser

    from plumb.connection import address
    from plumb.sign_in import Sessions, sign_in

    def show(page: str) -> None:
        if not (browser and webbrowser.open(page)):
            typer.echo(f"Open this page on this machine, and sign in there:\n{page}")

    base = address(url)
    sign_in(base, Sessions(), show)
    typer.echo(f"You are signed in at {base}.")


@app.command("sign-out")
def sign_out(
    url: Annotated[str, typer.Option(envvar="PLUMB_URL", help="The API, up to /v1.")],
) -> None:
    """End what `plumb sign-in` began."""
    from plumb.connection import address
    from plumb.sign_in import Sessions, sign_out

    base = address(url)
    sign_out(base, Sessions())
    typer.echo(f"You are signed out at {base}.")


@app.command()
def environment(folder: Folder = HERE) -> None:
    """Print the variables that lead an AWS SDK to the local cloud: eval "$(plumb environment)"."""
    from plumb.local.places import LocalPlaces
    from plumb.local.stack import require_stack

    for name, value in require_stack(LocalPlaces(folder)).sdk.items():
        typer.echo(f"export {name}={shlex.quote(value)}")


def _console(*, as_json: bool) -> Console:
    return Console(file=sys.stderr if as_json else sys.stdout)
