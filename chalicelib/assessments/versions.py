"""Key versions B to E: what a printed form must hold, and what of it survives an edit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from chalicelib.assessments import refusals
from chalicelib.errors import Detail

from .items import Item
from .model import Contents, VersionItem

FORMS = "ABCDE"
"""The forms a test may be printed in; A is the items as they stand."""

Versions = Mapping[str, Sequence[VersionItem]]


def check_versions(versions: Versions, items: Sequence[Item]) -> None:
    """Refuse forms that do not print each item once, or whose keys do not fit.

    Raises `Invalid` with a detail for everything that is wrong.
    """
    details = [
        found.at(f"/versions/{form}{found.pointer}", f"Version {form}:")
        for form, questions in versions.items()
        for found in _findings(form, questions, items)
    ]
    if details:
        count = "One thing" if len(details) == 1 else f"{len(details)} things"
        raise refusals.VERSIONS_INCOMPLETE(details=details, count=count, first=details[0].message)


def with_versions(contents: Contents, had: Versions, versions: Versions | None) -> Contents:
    """Return contents the chosen key versions, or earlier ones that still fit."""
    if versions is not None:
        check_versions(versions, contents.items)
        kept = {form: tuple(versions[form]) for form in sorted(versions)}
    else:
        kept = still_fitting(had, contents.items)
    return contents.model_copy(update={"versions": kept})


def still_fitting(versions: Versions, items: Sequence[Item]) -> dict[str, tuple[VersionItem, ...]]:
    """Keep the forms that fit the items as they now are."""
    return {
        form: tuple(questions)
        for form, questions in versions.items()
        if not any(_findings(form, questions, items))
    }


def _findings(
    form: str, questions: Sequence[VersionItem], items: Sequence[Item]
) -> Iterator[Detail]:
    if form not in FORMS[1:]:
        yield refusals.VERSION_UNKNOWN("")
    by_id = {item.id: item for item in items}
    for n, question in enumerate(questions):
        item = by_id.get(question.item)
        if item is None:
            yield refusals.ITEM_UNKNOWN(f"/{n}/item")
            continue
        for found in wrong_key(item, question.key):
            yield found.at(f"/{n}/{found.pointer}", f"Question {n + 1}:")
    printed = [question.item for question in questions]
    if sorted(printed) != sorted(by_id):
        yield refusals.ITEMS_NOT_ONCE("")


def wrong_key(item: Item, key: Sequence[str]) -> list[Detail]:
    """Find what keeps a key from being an item's; the pointer is the field."""
    from .kinds import KINDS  # what only reads an assessment loads no kind of question

    return list(KINDS[item.kind].check(item.model_copy(update={"key": tuple(key)})))
