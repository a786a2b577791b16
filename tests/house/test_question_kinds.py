"""A kind of question has a module, a row in the table, and its part in every room that needs one.

Each failure says what to add. CONTRIBUTING lists the same places.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import NamedTuple

import pytest

from chalicelib import rendering
from chalicelib.assessments.items import ItemKind
from chalicelib.assessments.kinds import KINDS
from chalicelib.console import item_kinds as screens
from chalicelib.item_imports.reading import read
from openapi.variants import KEYS
from plumb.demo import assessments as demo
from plumb.tour.load import ITEM_KINDS
from tests.console.test_assessment_items import WRITTEN
from tests.house.sources import ROOT
from tests.rules.test_items import GOOD
from tests.support.questions import (
    MAP_RESPONSE,
    a_choice,
    an_item,
    answer,
    choices,
    entry,
    mapping,
)

TEMPLATE = "console/assessments/item_kinds.html"
PARTS = ("item_kinds", "entries", "shown_keys", "key_fields", "corrections")
"""The tables of the template: what each is called, typed as, shown, filled in, corrected."""
PAGES = ("docs/glossary.md", "docs/guide/administrators.md", "docs/qti.md")
"""Pages that list the kinds; one that nothing of QTI becomes is named as such."""


def read_part(name: str) -> Mapping[str, object]:
    module = rendering.screen_environment().get_template(TEMPLATE).module
    table: Mapping[str, object] = getattr(module, name)
    return table


def list_demonstrated() -> Collection[str]:
    found = {item.type for test in demo.ALL for item in test.items}
    return {ITEM_KINDS.get(each, each) for each in found}


class KindPlace(NamedTuple):
    """Where each kind must be, and what to do where it is not."""

    find: Callable[[], Collection[str]]
    add: str


PLACES = {
    "table": KindPlace(lambda: KINDS, "a module in chalicelib/assessments/kinds/ and its row"),
    "screens": KindPlace(
        lambda: screens.KINDS, "a row to KINDS in chalicelib/console/item_kinds.py"
    ),
    **{
        name: KindPlace(partial(read_part, name), f"a row to `{name}` in templates/{TEMPLATE}")
        for name in PARTS
    },
    "document": KindPlace(lambda: KEYS, "what its key holds to KEYS in openapi/variants.py"),
    "demonstration": KindPlace(list_demonstrated, "an item to a test in plumb/demo/assessments.py"),
    "rules": KindPlace(lambda: GOOD, "a valid item to GOOD in tests/rules/test_items.py"),
    "forms": KindPlace(
        lambda: WRITTEN, "a filled form to WRITTEN in tests/console/test_assessment_items.py"
    ),
    "packages": KindPlace(
        lambda: {*IMPORTED, *NOT_IN_QTI},
        "a QTI item to IMPORTED here, or the reason to NOT_IN_QTI",
    ),
}


@pytest.mark.parametrize("kind", ItemKind)
@pytest.mark.parametrize("place", PLACES)
def test_every_kind_has_its_part(place: str, kind: ItemKind) -> None:
    assert kind in PLACES[place].find(), f"{kind}: add {PLACES[place].add}."


@pytest.mark.parametrize("place", PLACES)
def test_no_part_is_of_a_kind_that_is_gone(place: str) -> None:
    assert set(PLACES[place].find()) <= set(ItemKind)


def test_the_table_has_the_order_of_the_api() -> None:
    """The document's schemas, and lists to choose from, are in this order."""
    assert list(KINDS) == list(ItemKind) == list(screens.KINDS)


@pytest.mark.parametrize("kind", ItemKind)
def test_screens_say_of_a_kind_what_its_module_says(kind: ItemKind) -> None:
    """Screens know the API alone, so they say again what their forms need."""
    row, one = screens.KINDS[kind], KINDS[kind]
    assert row.has_choices is one.has_choices
    assert (row.has_scoring, row.has_tolerance) == tuple(
        name in one.fields for name in ("scoring", "tolerance")
    )
    assert row.by_hand is one.by_hand
    assert (row.entry == "text") is one.is_free_text
    assert (row.entry in ("letter", "letters", "truth")) is one.is_marked
    assert (row.entry == "letters") is one.is_several


@pytest.mark.parametrize("kind", ItemKind)
def test_typst_knows_where_a_kind_is_answered(kind: ItemKind) -> None:
    drawn = (ROOT / "templates/reports/test.typ").read_text(encoding="utf-8")
    room = KINDS[kind].room
    assert f'room == "{room}"' in drawn, f"{kind}: draw {room!r} in templates/reports/test.typ."


@pytest.mark.parametrize("kind", ItemKind)
@pytest.mark.parametrize("page", PAGES)
def test_pages_that_list_the_kinds_name_it(page: str, kind: ItemKind) -> None:
    said = (ROOT / page).read_text(encoding="utf-8").lower()
    label = str(read_part("item_kinds")[kind])
    names = {label.lower(), *(kind.value.replace("_", sign) for sign in " /")}
    assert any(name in said for name in names), f"{kind}: name it in {page}."


def test_a_word_of_a_type_column_means_one_kind() -> None:
    words = [word for kind in KINDS.values() for word in kind.type_words.split()]
    assert len(words) == len(set(words))
    assert all(word.isalnum() and word.islower() for word in words)


# -- packages --------------------------------------------------------------------------------------

_MAPPED = f'<responseProcessing template="{MAP_RESPONSE}"/>'

IMPORTED: Mapping[ItemKind, str] = {
    ItemKind.SINGLE_CHOICE: a_choice(),
    ItemKind.MULTIPLE_CHOICE: an_item(
        choices("3", "4", "10", most=0), answer("B", "C", cardinality="multiple")
    ),
    ItemKind.TRUE_FALSE: an_item(choices("True", "False"), answer("A")),
    ItemKind.NUMERIC: an_item(
        entry(),
        answer(kind="integer", mapping=mapping({"28": "1"})),
        _MAPPED,
    ),
    ItemKind.SHORT_TEXT: an_item(
        entry(),
        answer(kind="string", mapping=mapping({"York": "1"})),
        _MAPPED,
    ),
    ItemKind.POINTS: an_item(
        "<extendedTextInteraction responseIdentifier='RESPONSE'><prompt>Explain.</prompt>"
        "</extendedTextInteraction>",
        answer(kind="string"),
        "",
    ),
}
NOT_IN_QTI: Mapping[ItemKind, str] = {}
"""Kinds that no question of a package becomes, and why; docs/qti.md says it to people."""


@pytest.mark.parametrize("kind", IMPORTED)
def test_a_package_brings_questions_of_the_kind(kind: ItemKind) -> None:
    report = read(IMPORTED[kind].encode())
    assert [item.kind for item in report.items] == [kind], report.lines
