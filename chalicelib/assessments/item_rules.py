"""Which items can be scored: a check finds all that is wrong at once, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chalicelib.assessments import refusals
from chalicelib.errors import Detail

from .items import GIVEN_UP, Item, ItemKind, Scoring

_PLAINLY = {
    "choices": ((),),
    "tolerance": ("",),
    "scoring": (Scoring.ALL_OR_NOTHING, *sorted(GIVEN_UP)),
}
"""Values that an item's fields may hold where they mean nothing for its kind."""


def check(items: Sequence[Item], *, prompts: bool) -> None:
    """Refuse items that cannot be scored; `prompts`: each must also ask something.

    Raises `Invalid` with a detail for everything that is wrong.
    """
    details = [
        found.at(f"/items/{n}/{found.pointer}", f"Item {n + 1}:")
        for n, item in enumerate(items)
        for found in _findings(item, prompts=prompts)
    ]
    details += _report_repeated_ids(items)
    if details:
        count = "One thing" if len(details) == 1 else f"{len(details)} things"
        raise refusals.ITEMS_INCOMPLETE(details=details, count=count)


def _findings(item: Item, *, prompts: bool) -> Iterator[Detail]:
    from .kinds import KINDS  # what only reads an assessment loads no kind of question

    kind = KINDS[item.kind]
    if prompts and not item.prompt:
        yield refusals.PROMPT_MISSING("prompt")
    if not item.standards:
        yield refusals.STANDARDS_MISSING("standards")
    for field, answer in _PLAINLY.items():
        if field not in kind.fields and getattr(item, field) not in answer:
            yield refusals.NOT_FOR_THIS_KIND(field, kind=_describe_kind(item.kind), field=field)
    yield from kind.check(item)


def _report_repeated_ids(items: Sequence[Item]) -> Iterator[Detail]:
    seen: set[str] = set()
    for n, item in enumerate(items):
        if item.id in seen:
            yield refusals.ID_REPEATED(f"/items/{n}/id")
        seen.add(item.id or f"#{n}")


def _describe_kind(kind: ItemKind) -> str:
    return kind.value.replace("_", " ")
