"""Print what is read of each file: `make formats`."""

from __future__ import annotations

from chalicelib.results.response_files.model import ColumnFound, ColumnRole, ResponseFile
from tests.formats.outcomes import OUTCOMES, Outcome
from tests.support.response_class import codes, list_entered


def main() -> int:
    """Print a table, a file at a time; fail where a file is not read as it is declared."""
    wrong = 0
    for each in OUTCOMES:
        file = each.read()
        wrong += not is_as_declared(each, file)
        print(*describe_file(each, file), sep="\n", end="\n\n")  # noqa: T201 - what a command is for
    print(f"{len(OUTCOMES)} files, {wrong} not read as declared in tests/formats/outcomes.py")  # noqa: T201
    return 1 if wrong else 0


def is_as_declared(outcome: Outcome, file: ResponseFile) -> bool:
    """Return whether a file is read as it should be."""
    told = (list_entered(file), codes(file), file.recognized_as, file.fits)
    return told == (outcome.entered, outcome.codes, outcome.recognized_as, outcome.fits)


def describe_file(outcome: Outcome, file: ResponseFile) -> list[str]:
    """Return the lines about one file."""
    fits = "fits" if file.fits else "does not fit"
    lines = [f"{outcome.file}: {file.recognized_as or 'by the rules for any file'}; {fits}"]
    lines += [f"  {_column(each)}" for each in file.columns if each.role != ColumnRole.IGNORED]
    left = [
        each.name or str(each.column) for each in file.columns if each.role == ColumnRole.IGNORED
    ]
    lines += [f"  not used: {', '.join(left)}"] if left else []
    lines += [f"  {student}: {answers}" for student, answers in list_entered(file).items()]
    lines += [f"  {each.severity} {each.code}: {each.reason}" for each in file.problems]
    return lines if is_as_declared(outcome, file) else [*lines, "  NOT AS DECLARED"]


def _column(found: ColumnFound) -> str:
    number = f" {found.number}{found.part or ''}" if found.number else ""
    return f"{found.name or found.column} -> {found.role.value}{number}: {found.reason}"


if __name__ == "__main__":
    raise SystemExit(main())
