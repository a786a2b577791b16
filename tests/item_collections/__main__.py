"""`make collections FOLDER=...`: a table of verdicts and reasons, and of scores compared.

Ends with 1 if an imported question and its own rules give a response different scores.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from plumb.items import COLORS
from tests.item_collections.looking import Found, look

OWN = Path(__file__).parent / "own"
"""A few packages of our own: something to see on a fresh machine."""


def table_of(found: Sequence[Found]) -> Table:
    """Return a row for each question; what files say is never markup."""
    table = Table(show_lines=True)
    for column in ("package", "question", "verdict", "why, or what is lost", "scores"):
        table.add_column(column, overflow="fold")
    for each in found:
        line = each.line
        verdict = f"{line.outcome}\n{line.code or line.kind.replace('_', ' ')}"
        table.add_row(
            Text(each.package),
            Text("\n".join(filter(None, (line.title, line.identifier, line.file)))),
            Text(verdict, COLORS[line.outcome]),
            Text("\n".join(filter(None, (line.reason, *line.notes)))),
            Text(describe_scores(each)),
        )
    return table


def describe_scores(found: Found) -> str:
    """Return how the scores compare."""
    compared = found.compared
    if compared is None:
        return ""
    if compared.why_not:
        return f"not compared: {compared.why_not}"
    if compared.differences:
        return "DIFFERENT\n" + "\n".join(compared.differences[:5])
    some = "" if compared.whole else ", not all there are"
    return f"same for {compared.tried} responses{some}"


def summary_of(found: Sequence[Found]) -> list[str]:
    """Count verdicts, reasons and comparisons."""
    verdicts = Counter(str(each.line.outcome) for each in found)
    reasons = Counter(each.line.code for each in found if each.line.code)
    compared = [each.compared for each in found if each.compared]
    same = sum(not each.why_not and not each.differences for each in compared)
    tried = sum(each.tried for each in compared)
    left = sum(bool(each.why_not) for each in compared)
    other = sum(bool(each.differences) for each in compared)
    scores = f"{same} the same over {tried} responses, {left} not compared, {other} different"
    return [
        f"{len(found)} questions: {_write_counts(verdicts)}",
        f"Reasons: {_write_counts(reasons) or 'none'}",
        f"Scores of {len(compared)} imported: {scores}",
    ]


def _write_counts(counts: Counter[str]) -> str:
    return ", ".join(f"{many} {what}" for what, many in counts.most_common())


def main(folder: Path, console: Console) -> int:
    """Look through a folder; return the exit code."""
    found = list(look(folder))
    if not found:
        console.print(f"There are no packages (.zip, .xml, unpacked) in {folder}.")
        return 1
    console.print(table_of(found))
    for line in summary_of(found):
        console.print(Text(line))
    return int(any(each.compared and each.compared.differences for each in found))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else OWN, Console()))
