"""The key versions of a test as they are printed. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from chalicelib.assessments.items import Item
from chalicelib.assessments.model import Contents, FormattedTexts
from chalicelib.printed_tests import refusals

from .arrangement import Order, order_of

FIRST_FORM = "A"
"""The version that has the items in their own order."""


@dataclass(frozen=True, slots=True)
class ArrangedQuestion:
    """A question of a form: its item, its key there, the order of its choices.

    Without an order the form is no arrangement of the item's choices.
    """

    item: Item
    key: tuple[str, ...]
    order: Order | None
    formatted: FormattedTexts | None = None


@dataclass(frozen=True, slots=True)
class ArrangedForm:
    """A key version: its letter, and its questions in their order."""

    name: str
    questions: tuple[ArrangedQuestion, ...]


def forms_of(contents: Contents, wanted: Sequence[str]) -> list[ArrangedForm]:
    """Return the wanted versions of a test, or all it has. Raises `Invalid` for one it has not."""
    known = (FIRST_FORM, *sorted(contents.versions))
    for name in wanted:
        if name not in known:
            raise refusals.FORM_UNKNOWN(pointer="/versions", version=name, known=", ".join(known))
    return [_make_form(contents, name) for name in known if not wanted or name in wanted]


def _make_form(contents: Contents, name: str) -> ArrangedForm:
    if name == FIRST_FORM:
        return ArrangedForm(
            name, tuple(_ask_item(contents, item, item.key) for item in contents.items)
        )
    by_id = {item.id: item for item in contents.items}
    asked = (_ask_item(contents, by_id[each.item], each.key) for each in contents.versions[name])
    return ArrangedForm(name, tuple(asked))


def _ask_item(contents: Contents, item: Item, key: tuple[str, ...]) -> ArrangedQuestion:
    return ArrangedQuestion(item, key, order_of(item, key), contents.find_formatted(item))


def check_printable(forms: Iterable[ArrangedForm]) -> None:
    """Check that the questions can be printed from here. Raises `Conflict`."""
    for form in forms:
        for number, asked in enumerate(form.questions, start=1):
            if not asked.item.prompt:
                raise refusals.QUESTIONS_ON_DOCUMENT()
            if asked.order is None:
                raise refusals.FORM_DIFFERS(version=form.name, number=number)
