"""Key versions B to E of a key file: which item each printed question is, and its key there."""

from __future__ import annotations

from collections.abc import Mapping

from chalicelib.assessments.items import Item, ItemKind, Scoring
from chalicelib.assessments.model import VersionItem
from chalicelib.assessments.versions import wrong_key
from chalicelib.spreadsheets import Finding, Problem, problem

from .items import Keyed, Rules
from .meaning import reading
from .model import Question, Reading


def read_form(
    form: str, items: Mapping[int, Item], rules: Rules, found: list[Problem]
) -> tuple[list[Keyed], tuple[VersionItem, ...]]:
    """Read a form's questions; problems are added to `found`."""
    keyed = list[Keyed]()
    for question in rules.file.by_form[form]:
        of = question.of or question.number
        item = items.get(of)
        key = _key(question, item, rules) if item else _NO_ITEM
        if item and isinstance(key, list):
            place = (form, question.number, of, question.row)
            keyed.append(Keyed(*place, item, tuple(key), "key version"))
        elif isinstance(key, tuple):
            found.append(problem(question.row, *question.cell("key"), key))
    printed = {each.number: VersionItem(item=each.item.id, key=each.key) for each in keyed}
    if all(each.of is None for each in rules.file.by_form[form]):
        printed |= _by_hand(items, printed)
    found += _incomplete(form, items, keyed, printed, rules)
    return keyed, tuple(printed[n] for n in sorted(printed))


def _key(question: Question, item: Item, rules: Rules) -> list[str] | Finding:
    """Give the question's key on this form, as the item is scored."""
    differs = _other_item(question, item, rules)
    if differs:
        return differs
    if not question.answers:
        return list(item.key)
    read = reading(question, item.kind)
    if not isinstance(read, Reading):
        return read
    points = read.best or question.points
    if points and points != item.points:
        reason = f"The question earns {points} here, but {item.points} on form A."
        return "points_differ", reason, "A question earns the same on every form: correct one."
    return _as_scored(item, read)


def _as_scored(item: Item, read: Reading) -> list[str] | Finding:
    if item.scoring == Scoring.LISTED and read.scoring != Scoring.LISTED:
        key = ["".join(read.key)]
    elif read.scoring == Scoring.LISTED and item.scoring != Scoring.LISTED:
        reason = "Several responses are accepted here, but not on form A."
        return "scoring_differs", reason, "Accept several on form A too, or one here."
    else:
        key = list(read.key)
    for found in wrong_key(item, key):
        return found.code, found.message, "Correct the row."
    return key


def _other_item(question: Question, item: Item, rules: Rules) -> Finding | None:
    """Notice by its standards that a question is not the one of this number on form A."""
    if question.of is not None or not question.standards:
        return None
    if rules.selection(question.standards) == rules.selection(item.standards):
        return None
    said = ", ".join(question.standards)
    reason = f"Question {question.number} is about {said} here, but not on form A."
    fix = (
        "If this form has another order, say which question of form A each one is: in a column "
        "“Question on form A”, or in ZipGrade as a mapped key. Otherwise correct the standards."
    )
    return "order_differs", reason, fix


def _by_hand(
    items: Mapping[int, Item], printed: Mapping[int, VersionItem]
) -> dict[int, VersionItem]:
    """Points given by hand have no key, so a form need not mention them."""
    return {
        n: VersionItem(item=item.id)
        for n, item in items.items()
        if item.kind == ItemKind.POINTS and n not in printed
    }


def _incomplete(
    form: str,
    items: Mapping[int, Item],
    keyed: list[Keyed],
    printed: Mapping[int, VersionItem],
    rules: Rules,
) -> list[Problem]:
    found, first = list[Problem](), dict[int, Keyed]()
    for each in keyed:
        if first.setdefault(each.of, each) is not each:
            reason = f"Question {each.of} of form A stands in row {first[each.of].row} already."
            finding = ("item_twice", reason, "Correct one of the two rows.")
            found.append(problem(each.row, "", str(each.of), finding))
    told = {each.of or each.number for each in rules.file.by_form[form]}
    there = {each.item for each in printed.values()}
    missing = [str(n) for n, item in items.items() if item.id not in there and n not in told]
    if missing:
        reason = f"Version {form} says nothing about question {', '.join(missing[:20])} of form A."
        finding = ("questions_missing", reason, "Add what is missing to this version.")
        found.append(problem(0, "", form, finding))
    return found


_NO_ITEM: Finding = (
    "item_unknown",
    "Form A has no such question, so it is not known what this one is about.",
    "Add the question to form A, or correct the number.",
)
