"""`plumb standards`: check a CASE package on this machine, or import it into a stack."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from chalicelib.clock import SystemClock
from chalicelib.findings.model import Verdict
from chalicelib.standards.checking import DROP_LIMIT, StandardsReport, check
from chalicelib.standards.model import StandardsSet

app = typer.Typer(
    name="standards", help="Standards frameworks (CASE packages).", no_args_is_help=True
)

GOOD = (Verdict.ACCEPT, Verdict.WARN)
COLORS = {
    "accept": "bold green",
    "warn": "bold yellow",
    "hold": "bold yellow",
    "row-errors": "bold red",
    "reject": "bold red",
    "warning": "yellow",
    "error": "red",
}
MEANINGS = {
    "accept": "can be imported",
    "warn": "can be imported; see the warnings",
    "hold": "can be imported once an administrator confirms",
    "row-errors": "is not imported until the errors are fixed",
    "reject": "cannot be read as a standards package",
}

File = Annotated[
    Path,
    typer.Argument(help="A CASE package (.json, or a .zip with one).", exists=True, dir_okay=False),
]
Against = Annotated[
    Path | None,
    typer.Option(exists=True, dir_okay=False, help="The package that is imported now."),
]
DropLimit = Annotated[
    int, typer.Option(min=0, max=100, help="Percent of the standards that may leave unasked.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the report as JSON.")]


@app.callback()
def standards() -> None:
    """Check or import standards frameworks (CASE packages)."""


@app.command("check")
def check_file(
    file: File,
    against: Against = None,
    as_json: AsJson = False,
    drop_limit: DropLimit = DROP_LIMIT,
) -> None:
    """Check a CASE package offline: verdict, counts, sets and all problems.

    Exits with 0 when it could be imported (`accept`, `warn`), with 1 when it could not, with 2
    when the earlier package cannot be used.
    """
    report = (
        _compare_files(file, against, drop_limit)
        if against
        else check(file.read_bytes(), today=_today())
    )
    if as_json:
        typer.echo(json.dumps({"file": file.name, **report.as_dict()}, indent=2))
    else:
        show(file.name, report.as_dict(), Console())
    raise typer.Exit(0 if report.verdict in GOOD else 1)


def _today() -> date:
    return SystemClock().now().astimezone().date()


def _compare_files(file: Path, against: Path, drop_limit: int) -> StandardsReport:
    earlier = check(against.read_bytes(), today=_today())
    if not earlier.verdict.may_be_applied:
        reason = f"{against.name} could not have been imported itself ({earlier.verdict})."
        Console(stderr=True).print(Text(reason, style="red"))
        raise typer.Exit(2)
    stored = {one.id: one for one in earlier.sets}

    def of(framework: str) -> dict[str, StandardsSet]:
        return {name: one for name, one in stored.items() if one.framework == framework}

    return check(file.read_bytes(), of, today=_today(), drop_limit=drop_limit)


def show(name: str, report: dict[str, Any], console: Console) -> None:
    """Print a report, as `StandardsReport.as_dict` has it, for people."""
    if report["sets"]:
        console.print(_sets(report))
    if report["problems"]:
        console.print(_problems(report["problems"]))
    facts = ", ".join(f"{many:,} {what}" for what, many in report["counts"].items())
    if report["diff"]:
        facts += "; " + _difference(report["diff"])
    title = (report["framework"] or {}).get("title", "")
    console.print(Text.assemble((name, "bold"), f": {title}" if title else ""))
    if facts:
        console.print(Text(facts))
    verdict = report["verdict"]
    console.print(Text.assemble((verdict, COLORS[verdict]), f" - {MEANINGS[verdict]}"))


def _difference(diff: dict[str, Any]) -> str:
    changes = ", ".join(f"{many:,} {what}" for what, many in diff["statements"].items())
    return f"against the earlier package: {changes}"


def _sets(report: dict[str, Any]) -> Table:
    table = Table("subject", "grades", "standards", title="Standards sets")
    table.add_column("id", overflow="fold")
    for one in report["sets"]:
        table.add_row(*(Text(str(one[name])) for name in ("subject", "grades", "standards", "id")))
    return table


def _problems(problems: list[dict[str, Any]]) -> Table:
    """Every problem in full, however narrow the screen; what the file says is never markup."""
    table = Table(title=f"Problems: {len(problems):,}", show_lines=True)
    for column in ("", "where", "what is wrong, and what to do"):
        table.add_column(column, overflow="fold")
    for one in problems:
        where = (
            one["where"],
            one["identifier"],
            f"\u201c{one['value']}\u201d" if one["value"] else "",
        )
        table.add_row(
            Text(f"{one['severity']}\n{one['code']}", COLORS.get(one["severity"], "")),
            Text("\n".join(filter(None, where))),
            Text(f"{one['reason']}\n\u2192 {one['fix']}"),
        )
    return table
