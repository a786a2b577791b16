"""`plumb roster import` and `plumb standards import`: a file into a stack, over HTTP."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.text import Text

from plumb.client import Client
from plumb.connection import Url, User, connect
from plumb.explain import NO
from plumb.imports import ROSTER, STANDARDS, NotApplied, PackageKind, bring_in
from plumb.tour.screen import bars

File = Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="The file to import.")]
Confirm = Annotated[
    bool, typer.Option("--confirm", help="Yes, drop even more than the district allows unasked.")
]
Grants = Annotated[
    list[str] | None,
    typer.Option(
        "--grant",
        metavar="ID",
        help="Make this person, who waits for a word, a district administrator. Repeatable.",
    ),
]
Join = Annotated[
    bool,
    typer.Option(
        "--join-by-sign-in-name",
        help="Records with one sign-in name and the same name are one person.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of progress bars.")]


def roster(
    file: File,
    url: Url = "",
    user: User = "",
    confirm: Confirm = False,
    grants: Grants = None,
    join_by_sign_in_name: Join = False,
    as_json: AsJson = False,
) -> None:
    """Upload a roster, check it, apply it, and wait until that is done.

    A roster may not be clear about the people who administer the district. They are listed as
    waiting: name the right ones with --grant. Ends with 0 when it was applied, with 1 when the
    check does not allow it, with 2 when the stack refuses or does not answer.
    """
    asked = {"join_by_sign_in_name": True} if join_by_sign_in_name else {}
    decided = {ROSTER.confirm: confirm, "grants": grants or [], "asked": asked}
    _bring(ROSTER, file, connect(url, user), decided, as_json=as_json)


def standards(
    file: File,
    url: Url = "",
    user: User = "",
    confirm: Confirm = False,
    as_json: AsJson = False,
) -> None:
    """Upload a package of standards, have it checked, apply it, and wait until that is done.

    Ends with 0 when it was applied, with 1 when the check does not let it, with 2 when the stack
    cannot be reached or refuses.
    """
    decided = {STANDARDS.confirm: confirm}
    _bring(STANDARDS, file, connect(url, user), decided, as_json=as_json)


def _bring(
    kind: PackageKind, file: Path, speaker: Client, decided: Mapping[str, Any], *, as_json: bool
) -> None:
    content = file.read_bytes()
    try:
        with bars(Console(stderr=True, quiet=as_json)) as facts:
            view = bring_in(speaker, kind, file.name, content, facts, **decided)
    except NotApplied as refused:
        _show(refused.view, str(refused), as_json=as_json)
        raise typer.Exit(NO) from refused
    _show(view, f"{file.name}: {view['state']}", as_json=as_json)


def _show(view: Mapping[str, Any], sentence: str, *, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(dict(view), ensure_ascii=False, indent=2))
        return
    console = Console()
    console.print(Text(sentence))
    lines = (_changes(view), map(_problem, view.get("problems") or []), _waiting(view))
    for line in chain.from_iterable(lines):
        console.print(Text(f"  {line}"), soft_wrap=True)


def _changes(view: Mapping[str, Any]) -> Iterator[str]:
    """Return for every kind of a roster what came, changed and went."""
    report = view.get("report")
    for kind, each in (report["changes"] if isinstance(report, dict) else {}).items():
        numbers = [f"{each[what]:,} {what}" for what in ("added", "changed", "dropped")]
        yield f"{kind}: {', '.join(numbers)}"


def _waiting(view: Mapping[str, Any]) -> Iterator[str]:
    """Name everybody who waits for a word."""
    for each in view.get("unconfirmed_admins") or []:
        yield (
            f"{each['person_name']} ({each['person_id']}, {each['office_name']}) may be meant to "
            f"administer "
            f"the district. If so, import again with --grant {each['person_id']}."
        )


def _problem(problem: Mapping[str, Any]) -> str:
    row = f" row {problem['row']}" if problem.get("row") else ""
    where = problem.get("location") or f"{problem.get('file', '')}{row}"
    times = f" ({problem['count']:,} times)" if problem.get("count", 1) > 1 else ""
    text = f"{problem['message']}{times} {problem['fix']}"
    return f"{where}: {text}" if where else text
