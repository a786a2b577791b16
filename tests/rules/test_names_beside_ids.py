"""The edge fills names beside ids: wherever they stand in an answer, each read once."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from types import SimpleNamespace
from typing import Annotated, Any

import pytest
from pydantic import ValidationError

from chalicelib.web.id_names import (
    NO_LINKS,
    Described,
    LinksTo,
    NamedView,
    NameOf,
    SchoolName,
    fill,
    plan_of,
)
from chalicelib.web.representation import Representation


class BesideRoom(Representation):
    """Something of a school, with people."""

    school_id: str | None
    school_name: SchoolName = None
    people_ids: tuple[str, ...] = ()
    people: Annotated[tuple[NamedView, ...], NameOf("person", "people_ids")] = ()


class Quiz(Representation):
    """Something of a set, with standards."""

    standards_set_id: str
    standards: tuple[str, ...] = ()
    described_standards: Described = ()
    main: str = ""
    says: Annotated[str | None, NameOf("standard", "main", in_lists=False)] = None


class House(Representation):
    """Rooms, one of them the best, and tests."""

    rooms: list[BesideRoom]
    best: BesideRoom | None = None
    tests: tuple[Quiz, ...] = ()


class Bare(Representation):
    """Something that has nothing to name."""

    id: str


class AskedNames:
    """Knows some names, and notes what it is asked."""

    def __init__(self) -> None:
        self.wanted: list[Mapping[str, AbstractSet[str]]] = []
        self.sets: list[str] = []

    def names(
        self, district: str, wanted: Mapping[str, AbstractSet[str]]
    ) -> Mapping[tuple[str, str], str]:
        del district
        self.wanted.append({kind: set(ids) for kind, ids in wanted.items()})
        return {("school", "n"): "North", ("person", "ada"): "Ada Z."}

    def statements(self, district: str, set_id: str) -> Mapping[str, str]:
        del district
        self.sets.append(set_id)
        return {"A.1": f"Counts, says {set_id}"}


def fill_names(view: Representation, asked: AskedNames) -> dict[str, Any]:
    body = view.to_json()
    fill(plan_of(type(view)), body, "gb", asked)
    return body


def test_names_are_filled_wherever_they_stand_and_asked_for_together() -> None:
    asked = AskedNames()
    house = House(
        rooms=[BesideRoom(school_id="n", people_ids=("ada", "bob")), BesideRoom(school_id=None)],
        best=BesideRoom(school_id="gone"),
    )
    body = fill_names(house, asked)
    assert [room["school_name"] for room in body["rooms"]] == ["North", None]
    assert body["rooms"][0]["people"] == [
        {"id": "ada", "name": "Ada Z."},
        {"id": "bob", "name": None},
    ]
    assert (body["best"]["school_name"], body["rooms"][1]["people"]) == (None, [])
    assert asked.wanted == [{"school": {"n", "gone"}, "person": {"ada", "bob"}}]


def test_a_standard_is_known_in_the_set_around_it() -> None:
    asked = AskedNames()
    tests = [
        Quiz(standards_set_id="m3", standards=("A.1", "Z.9"), main="A.1"),
        Quiz(standards_set_id="m4", standards=("A.1",)),
    ]
    first, second = fill_names(House(rooms=[], tests=tuple(tests)), asked)["tests"]
    assert first["described_standards"] == [
        {"code": "A.1", "statement": "Counts, says m3"},
        {"code": "Z.9", "statement": None},
    ]
    assert (first["says"], second["says"]) == ("Counts, says m3", None)
    assert second["described_standards"][0]["statement"] == "Counts, says m4"
    assert sorted(asked.sets) == ["m3", "m4"]


def test_fields_for_single_things_are_left_out_of_lists() -> None:
    rows = [Quiz(standards_set_id="m3", standards=("A.1",), main="A.1").to_json()]
    fill(plan_of(Quiz, listed=True), rows, "gb", AskedNames())
    assert rows[0]["says"] is None
    assert rows[0]["described_standards"][0]["statement"] == "Counts, says m3"


@pytest.mark.parametrize("view", [Bare(id="n"), House(rooms=[BesideRoom(school_id=None)])])
def test_without_ids_nobody_is_asked_for_names(view: Representation) -> None:
    asked = AskedNames()
    fill_names(view, asked)
    assert (asked.wanted, asked.sets, bool(plan_of(Bare))) == ([], [], False)


def test_a_representation_takes_the_fields_that_something_has_and_leaves_names_out() -> None:
    shown = BesideRoom.take(SimpleNamespace(school_id="s", people_ids=("p",)), people_ids=("q",))
    assert shown == BesideRoom(school_id="s", people_ids=("q",))
    with pytest.raises(ValidationError, match="school_id"):
        BesideRoom.take(SimpleNamespace(people_ids=("p",)))


class Spot(Representation):
    """A part of it."""

    at: str
    links: Annotated[dict[str, str], LinksTo.of(spot="/v1/floors/{^id}/spots/{at}")] = NO_LINKS


class Floor(Representation):
    """Something with an address, and something of it with one."""

    id: str
    door_id: str | None = None
    rooms: tuple[Spot, ...] = ()
    links: Annotated[
        dict[str, str], LinksTo.of(self="/v1/floors/{id}", door="/v1/doors/{door_id}")
    ] = NO_LINKS


def test_addresses_are_made_of_the_fields_beside_and_around_them() -> None:
    body = Floor(id="a/b", rooms=(Spot(at="1"),)).to_json()
    fill(plan_of(Floor), body, "gb", AskedNames())
    assert body["links"] == {"self": "/v1/floors/~a~2Fb"}, "there is no door"
    assert body["rooms"][0]["links"] == {"spot": "/v1/floors/~a~2Fb/spots/1"}
    assert NO_LINKS == {}, "what all share stays empty"
