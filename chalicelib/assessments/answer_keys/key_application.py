"""Putting a key file onto an assessment: the items and key versions it makes, and what it cannot.

Pure. A file has the right answers; the assessment has the items. Items made of questions keep their
questions: the file replaces their keys and points by number. A document's answer key is made whole:
its items may change their kind, and new ones are added.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chalicelib.assessments import key_problems
from chalicelib.assessments.items import Item
from chalicelib.assessments.model import Assessment, VersionItem
from chalicelib.assessments.versions import FORMS, still_fitting
from chalicelib.spreadsheets import SpreadsheetProblem, in_order, problem
from chalicelib.standards.model import StandardsSet

from .forms import read_form
from .items import Defaults, Keyed, KeyFileRules
from .model import KeyFile


@dataclass(frozen=True, slots=True)
class Keying:
    """An assessment as a key file changes it."""

    items: tuple[Item, ...]
    versions: dict[str, tuple[VersionItem, ...]]
    questions: tuple[Keyed, ...]
    problems: tuple[SpreadsheetProblem, ...]

    @property
    def fits(self) -> bool:
        """Return whether nothing in the file is left to correct."""
        return not any(each.is_error for each in self.problems)


def put_on(
    assessment: Assessment, file: KeyFile, chosen: StandardsSet | None, defaults: Defaults
) -> Keying:
    """Apply this file to this assessment; `chosen` is the assessment's standards set."""
    rules = KeyFileRules(assessment, file, chosen, defaults)
    found = [*file.problems, *rules.of_the_file()]
    entries = [rules.read_question(each, found) for each in file.by_form.get(FORMS[0], ())]
    keyed = [each for each in entries if each is not None]
    numbered = _number_items(assessment.contents.items, keyed)
    found += _gaps(numbered, file)
    found += _report_left_items(assessment, file)
    versions = dict(assessment.contents.versions)
    for form in sorted(file.by_form.keys() - {FORMS[0]}):
        questions, versions[form] = read_form(form, numbered, rules, found)
        keyed += questions
    items = tuple(numbered[n] for n in sorted(numbered))
    found += _no_longer_fitting(versions, items, file)
    return Keying(items, dict(sorted(versions.items())), tuple(keyed), in_order(found))


def _number_items(old: Sequence[Item], keyed: Sequence[Keyed]) -> dict[int, Item]:
    """Return the items as they will be, by number."""
    return dict(enumerate(old, start=1)) | {each.number: each.item for each in keyed}


def _gaps(items: dict[int, Item], file: KeyFile) -> list[SpreadsheetProblem]:
    """Name the numbers that neither the file nor the assessment has a question for."""
    entries = {each.number for each in file.by_form.get(FORMS[0], ())}
    last = max(items.keys() | entries, default=0)
    missing = [n for n in range(1, last + 1) if n not in items and n not in entries]
    if not missing:
        return []
    return [problem(0, "", "", key_problems.QUESTIONS_MISSING(numbers=_list(missing)))]


def _report_left_items(assessment: Assessment, file: KeyFile) -> list[SpreadsheetProblem]:
    """Return which items the file does not mention: they stay."""
    entries = {each.number for each in file.by_form.get(FORMS[0], ())}
    left = [n for n in range(1, len(assessment.contents.items) + 1) if n not in entries]
    if not entries or not left:
        return []
    return [problem(0, "", "", key_problems.QUESTIONS_LEFT(numbers=_list(left)))]


def _no_longer_fitting(
    versions: dict[str, tuple[VersionItem, ...]], items: Sequence[Item], file: KeyFile
) -> list[SpreadsheetProblem]:
    """Name the key versions that the file leaves out and that its key no longer goes with."""
    fitting = still_fitting(versions, items)
    left = [form for form in versions if form not in fitting and form not in file.by_form]
    return [problem(0, "", form, key_problems.VERSION_LEFT()) for form in left]


def _list(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:20])) + (" ..." if len(numbers) > 20 else "")  # noqa: PLR2004
    return f"{'s' if len(numbers) > 1 else ''} {shown}"
