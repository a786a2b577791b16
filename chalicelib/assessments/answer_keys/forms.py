"""Key versions B to E of a key file: which item each printed question is, and its key there."""

from __future__ import annotations

from collections.abc import Mapping

from chalicelib.assessments import key_problems
from chalicelib.assessments.items import Item, Scoring
from chalicelib.assessments.key_entries import KeyReading
from chalicelib.assessments.kinds import KINDS
from chalicelib.assessments.model import VersionItem
from chalicelib.assessments.versions import wrong_key
from chalicelib.errors import FileFinding
from chalicelib.spreadsheets import SpreadsheetProblem, problem

from .interpretation import reading
from .items import Keyed, KeyFileRules
from .model import KeyFileQuestion


def read_form(
    form: str, items: Mapping[int, Item], rules: KeyFileRules, found: list[SpreadsheetProblem]
) -> tuple[list[Keyed], tuple[VersionItem, ...]]:
    """Read a form's questions; problems are added to `found`."""
    keyed = list[Keyed]()
    for question in rules.file.by_form[form]:
        of = question.of or question.number
        item = items.get(of)
        key = _key(question, item, rules) if item else key_problems.ITEM_NOT_ON_FORM_A()
        if item and isinstance(key, list):
            place = (form, question.number, of, question.row)
            keyed.append(Keyed(*place, item, tuple(key), "key_version"))
        elif isinstance(key, FileFinding):
            found.append(problem(question.row, *question.cell("key"), key))
    printed = {each.number: VersionItem(item=each.item.id, key=each.key) for each in keyed}
    if all(each.of is None for each in rules.file.by_form[form]):
        printed |= _by_hand(items, printed)
    found += _incomplete(form, items, keyed, printed, rules)
    return keyed, tuple(printed[n] for n in sorted(printed))


def _key(question: KeyFileQuestion, item: Item, rules: KeyFileRules) -> list[str] | FileFinding:
    """Return the question's key on this form, as the item is scored."""
    differs = _other_item(question, item, rules)
    if differs:
        return differs
    if not question.answers:
        return list(item.key)
    read = reading(question, item.kind)
    if not isinstance(read, KeyReading):
        return read
    points = read.best or question.points
    if points and points != item.points:
        return key_problems.POINTS_DIFFER_ON_FORMS(points=points, points_on_a=item.points)
    return _as_scored(item, read)


def _as_scored(item: Item, read: KeyReading) -> list[str] | FileFinding:
    if item.scoring == Scoring.LISTED and read.scoring != Scoring.LISTED:
        key = ["".join(read.key)]
    elif read.scoring == Scoring.LISTED and item.scoring != Scoring.LISTED:
        return key_problems.SCORING_DIFFERS()
    else:
        key = list(read.key)
    for found in wrong_key(item, key):
        return key_problems.NOT_USABLE(wrong=found.message)._replace(code=found.code)
    return key


def _other_item(question: KeyFileQuestion, item: Item, rules: KeyFileRules) -> FileFinding | None:
    """Notice by its standards that a question is not the one of this number on form A."""
    if question.of is not None or not question.standards:
        return None
    if rules.selection(question.standards) == rules.selection(item.standards):
        return None
    standards = ", ".join(question.standards)
    return key_problems.ORDER_DIFFERS(number=question.number, standards=standards)


def _by_hand(
    items: Mapping[int, Item], printed: Mapping[int, VersionItem]
) -> dict[int, VersionItem]:
    """Points given by hand have no key, so a form need not mention them."""
    return {
        n: VersionItem(item=item.id)
        for n, item in items.items()
        if KINDS[item.kind].by_hand and n not in printed
    }


def _incomplete(
    form: str,
    items: Mapping[int, Item],
    keyed: list[Keyed],
    printed: Mapping[int, VersionItem],
    rules: KeyFileRules,
) -> list[SpreadsheetProblem]:
    found, first = list[SpreadsheetProblem](), dict[int, Keyed]()
    for each in keyed:
        if first.setdefault(each.of, each) is not each:
            twice = key_problems.ITEM_TWICE(number=each.of, row=first[each.of].row)
            found.append(problem(each.row, "", str(each.of), twice))
    entries = {each.of or each.number for each in rules.file.by_form[form]}
    there = {each.item for each in printed.values()}
    missing = [str(n) for n, item in items.items() if item.id not in there and n not in entries]
    if missing:
        left_out = key_problems.QUESTIONS_MISSING_ON_FORM(
            form=form, numbers=", ".join(missing[:20])
        )
        found.append(problem(0, "", form, left_out))
    return found
