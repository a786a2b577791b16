"""`plumb roster`: look at a OneRoster package, and load it into a stack."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from chalicelib.findings.model import Problem, ProblemPlace, Verdict
from chalicelib.rosters.check import RosterReport, RosterRules, check, load_earlier
from chalicelib.rosters.store import RosterStore, open_store

app = typer.Typer(help="Look at a OneRoster package; load it into a stack.", no_args_is_help=True)

_COLORS = {
    Verdict.ACCEPT: "green",
    Verdict.WARN: "yellow",
    Verdict.HOLD: "magenta",
    Verdict.ROW_ERRORS: "red",
    Verdict.REJECT: "red",
}
_GOOD = (Verdict.ACCEPT, Verdict.WARN)
_Package = typer.Argument(
    metavar="FILE", exists=True, dir_okay=False, help="A OneRoster 1.1 or 1.2 CSV zip."
)


@app.command(name="check")
def check_package(
    file: Annotated[Path, _Package],
    against: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="The bulk package that is loaded now."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")] = False,
    drop_limit: Annotated[
        int, typer.Option(min=0, max=100, help="Percent of a kind that may leave unasked.")
    ] = 10,
    join_by_sign_in_name: Annotated[
        bool,
        typer.Option(
            "--join-by-sign-in-name",
            help="Records with one sign-in name and the same name are one person (a setting of "
            "the district).",
        ),
    ] = False,
) -> None:
    """Judge a package offline: verdict, counts, and every problem with its place and way out.

    Ends with 0 for accept and warn, with 1 for row-errors, hold and reject, with 2 when the
    earlier package cannot be used.
    """
    rules = RosterRules(drop_limit, join_by_sign_in_name)
    with open_store() as store:
        if against is not None:
            _load(store, against, rules)
        report = check(store, file, earlier_known=against is not None, rules=rules)
        if as_json:
            typer.echo(json.dumps(_as_data(file, report, store), ensure_ascii=False, indent=2))
        else:
            _show(Console(), file, report, store)
    raise typer.Exit(0 if report.verdict in _GOOD else 1)


def _load(store: RosterStore, against: Path, rules: RosterRules) -> None:
    report = load_earlier(store, against, rules)
    if not report.verdict.may_be_applied:
        first = next(store.problems(1))
        reason = (
            f"{against.name} could not have been loaded itself ({report.verdict}): {first.reason}"
        )
        Console(stderr=True).print(Text(reason, style="red"))
        raise typer.Exit(2)


def _as_data(file: Path, report: RosterReport, store: RosterStore) -> dict[str, Any]:
    problems = [problem.as_dict() for problem in store.problems()]
    total = sum(store.problem_counts.values())
    return {"file": file.name, **report.as_dict(), "problems_total": total, "problems": problems}


# -- for people -----------------------------------------------------------------------------------


def _show(console: Console, file: Path, report: RosterReport, store: RosterStore) -> None:
    console.print(
        Text.assemble(f"{file.name}: ", (report.verdict, f"bold {_COLORS[report.verdict]}"))
    )
    if report.changes:
        console.print(_counts(report))
    for hold in report.holds:
        console.print(Text(hold.message, style="magenta"))
    for doubt in report.doubts:
        line = f"{doubt.name} ({doubt.person}, {doubt.office_name}) needs a word by name."
        console.print(Text(line, style="yellow"))
    if report.unchecked:
        names = ", ".join(report.unchecked)
        console.print(
            Text(f"Taken on trust, as no earlier package was given: {names}.", style="dim")
        )
    if report.dropped_cells or report.dropped_files:
        console.print(Text(_list_dropped(report), style="dim"))
    total = sum(store.problem_counts.values())
    if total:
        console.print(_problems(store.problems(), total))


def _counts(report: RosterReport) -> Table:
    table = Table("", "before", "added", "changed", "dropped", title=f"OneRoster {report.version}")
    for column in table.columns[1:]:
        column.justify = "right"
    for kind, change in report.changes.items():
        numbers = (change.before, change.added, change.changed, change.dropped)
        table.add_row(kind, *(f"{number:,}" for number in numbers))
    return table


def _list_dropped(report: RosterReport) -> str:
    cells = [f"{name} ({count:,})" for name, count in report.dropped_cells.items()]
    files = [f"{name} ({count:,} rows)" for name, count in report.dropped_files.items()]
    return f"Not needed, left out before storage: {', '.join(cells + files)}."


def _problems(problems: Iterable[Problem], total: int) -> Group:
    """Draw all problems, one below the other: the widest terminal is too narrow for a table.

    Values of the package are shown unchanged, never read as markup.
    """
    heading = Text(f"{total:,} problem{'s' if total > 1 else ''}", style="bold")
    return Group(Text(), heading, *(line for each in problems for line in _lines(each)))


def _lines(problem: Problem) -> Iterator[RenderableType]:
    row = f"row {problem.row}" if problem.row else ""
    column = f"column {problem.column}" if problem.column else ""
    where = ", ".join(filter(None, (problem.file, row, column)))
    value = f": {_visible(problem.value)}" if problem.value else ""
    yield Text()
    yield Text.assemble((f"{problem.severity} {problem.code}", "bold"), f"  {where}{value}")
    for text in (f"{problem.reason}{_how_often(problem)}", problem.fix):
        yield Padding(Text(text), (0, 0, 0, 2))


def _how_often(problem: Problem) -> str:
    if problem.count == 1:
        return ""
    places = "; ".join(_place(place) for place in problem.examples if place.row)
    return f" {problem.count:,} times{': ' * bool(places)}{places} …"


def _place(place: ProblemPlace) -> str:
    detail = f" ({place.detail})" if place.detail else ""
    return f"row {place.row}: {_visible(place.value) or 'blank'}{detail}"


def _visible(value: str) -> str:
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in value)
