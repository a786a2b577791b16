"""`plumb items`: check a QTI package on this machine."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from chalicelib.item_imports.model import PackageReport, QuestionLine, QuestionOutcome
from chalicelib.item_imports.reading import read

app = typer.Typer(name="items", help="Items (QTI packages).", no_args_is_help=True)

COLORS = {
    QuestionOutcome.IMPORTED: "bold green",
    QuestionOutcome.UNSUPPORTED: "bold yellow",
    QuestionOutcome.REFUSED: "bold red",
}

File = Annotated[
    Path,
    typer.Argument(
        help="A QTI 2 or 3 package (.zip), or one question (.xml).", exists=True, dir_okay=False
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the report as JSON.")]


@app.callback()
def items() -> None:
    """Check QTI packages."""


@app.command("check")
def check_file(file: File, as_json: AsJson = False) -> None:
    """Check a QTI package offline: what would become of each question, and why.

    Standards are not looked up: that needs a district's standards set. Ends with 0 when every
    question could be imported, with 1 when some or all could not.
    """
    report = read(file.read_bytes())
    if as_json:
        typer.echo(json.dumps({"file": file.name, **as_dict(report)}, indent=2))
    else:
        show(file.name, report, Console())
    raise typer.Exit(code_of(report))


def code_of(report: PackageReport) -> int:
    """Return the command's exit code."""
    return 0 if report.items and len(report.items) == len(report.lines) else 1


def as_dict(report: PackageReport) -> dict[str, Any]:
    """Return a report as plain data, each question with the item that it would become."""
    waiting = iter(report.items)
    lines = [
        line.model_dump(mode="json", exclude={"item"})
        | {"item": None if line.code else next(waiting).model_dump(mode="json", exclude={"id"})}
        for line in report.lines
    ]
    known = {"code": report.code, "reason": report.reason, "counts": report.counts}
    return {**known, "notes": list(report.notes), "lines": lines}


def show(name: str, report: PackageReport, console: Console) -> None:
    """Print a report for people; what the file says is never markup."""
    if report.lines:
        console.print(_table(report.lines))
    for note in report.notes:
        console.print(Text(note))
    if report.code:
        console.print(Text.assemble((name, "bold"), f": {report.reason}"))
    else:
        counted = ", ".join(f"{many} {what}" for what, many in report.counts.items())
        console.print(Text.assemble((name, "bold"), f": {counted}"))


def _table(lines: tuple[QuestionLine, ...]) -> Table:
    table = Table(title=f"Questions: {len(lines)}", show_lines=True)
    for column in ("", "question", "outcome", "why, or what is lost"):
        table.add_column(column, overflow="fold")
    for line in lines:
        became = f"{line.outcome}\n{line.code or line.kind.replace('_', ' ')}"
        table.add_row(
            str(line.number),
            Text("\n".join(filter(None, (line.title, line.identifier, line.file)))),
            Text(became, COLORS[line.outcome]),
            Text("\n".join(filter(None, (line.reason, *line.notes)))),
        )
    return table
