"""Names and addresses beside ids, so that no screen has to ask for them.

The edge fills each field of a representation that is declared as `NameOf`. It does so once for the
whole answer, from the field that has the id. The maker of a representation leaves it out.

    school_id: str
    school_name: Annotated[str | None, NameOf("school", "school_id")] = None

A standard is known by its code in the closest `standards_set_id` around it. Addresses (`LinksTo`)
are made of the fields beside them; `^` is a field of the object around.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, Protocol

from pydantic import BaseModel, Field
from pydantic.fields import FieldInfo

from .addresses import write_segment
from .names import models_in
from .representation import Representation

Named = Literal["school", "person", "standards_set", "course", "class", "team", "standard"]
"""The kinds of things that an id can belong to."""

SET = "standards_set_id"
Place = tuple[dict[str, Any], str, "NameOf", str]
"""An object with a name to fill, the field, what it names, and the standards set around it."""


class NameOf(NamedTuple):
    """Marks a field for the names of the ids in another field.

    `by` is that field, in the API's words. Without `in_lists`, the names are filled only if the
    thing is read alone.
    """

    kind: Named
    by: str
    in_lists: bool = True


class LinksTo(NamedTuple):
    """Marks a field of addresses by name, each with the fields it is made of in braces.

    An address with an empty field is left out.
    """

    addresses: tuple[tuple[str, str, frozenset[str]], ...]
    """Name, path, and which fields it is made of."""
    fields: frozenset[str]

    @classmethod
    def of(cls, **addresses: str) -> LinksTo:
        """Name addresses."""
        made = tuple(
            (name, path, frozenset(_FIELD.findall(path))) for name, path in addresses.items()
        )
        return cls(made, frozenset(field for _, _, fields in made for field in fields))

    def fill_addresses(self, node: Mapping[str, Any], around: Mapping[str, Any]) -> dict[str, str]:
        """Return the addresses of one object.

        >>> links = LinksTo.of(sheet="/v1/trackers/{^id}/sheets/{of}")
        >>> links.fill_addresses({"of": "a"}, {"id": "t"})
        {'sheet': '/v1/trackers/t/sheets/a'}
        """
        parts = {}
        for name in self.fields:
            value = around.get(name[1:]) if name[0] == "^" else node.get(name)
            if value:
                parts[name] = write_segment(value)
        if len(parts) == len(self.fields):
            return {name: path.format_map(parts) for name, path, _ in self.addresses}
        there = parts.keys()
        return {name: path.format_map(parts) for name, path, of in self.addresses if of <= there}


_FIELD = re.compile(r"{(\^?\w+)}")

NO_LINKS: dict[str, str] = {}
"""The value of a field of links until the edge fills it."""


class NamedView(Representation):
    """An id and its name; null if the name is no longer known."""

    id: str
    """The id."""
    name: str | None
    """Its name; null if it is not known."""


class DescribedStandardView(Representation):
    """A standard: its code, and what it says."""

    code: str
    """The standard's code, as its publisher writes it."""
    statement: str | None
    """The text of the standard; null if its set no longer has it."""


SchoolName = Annotated[
    str | None,
    NameOf("school", "school_id"),
    Field(description="The school's name; null without a school."),
]
"""The name of `school_id`."""

SetName = Annotated[
    str | None,
    NameOf("standards_set", SET),
    Field(description="The name of the standards set; null without one."),
]
"""The name of `standards_set_id`."""


class NamedStudentView(Representation):
    """A student, by the names of the roster."""

    student: str = Field(serialization_alias="student_id")
    """The student's id in the roster. Example: `20417`"""
    given: str = Field(serialization_alias="given_name")
    """First name, as the person prefers to be called. Example: `Chidi`"""
    family: str = Field(serialization_alias="family_name")
    """Last name. Example: `Okafor`"""


class RosterStudentView(Representation):
    """A student as the roster has them."""

    id: str
    """The student's id in the roster. Example: `20417`"""
    given: str = Field(serialization_alias="given_name")
    """First name, as the person prefers to be called. Example: `Chidi`"""
    family: str = Field(serialization_alias="family_name")
    """Last name. Example: `Okafor`"""
    grade: str
    """The student's grade level, as the roster writes it; blank when it has none. Example: `03`"""


class NamedTeacherView(Representation):
    """A teacher, by id and name."""

    teacher: str = Field(serialization_alias="teacher_id")
    """The id of the teacher whose class it is. Example: `T-311`"""
    name: str = Field(serialization_alias="teacher_name")
    """The teacher's name. Example: `Ana Ruiz`"""


class NamedSchoolView(Representation):
    """A school, by id and name."""

    school: str = Field(serialization_alias="school_id")
    """The school's id in the roster. Example: `S-104`"""
    name: str = Field(serialization_alias="school_name")
    """The school's name. Example: `Lincoln Elementary`"""


class SchoolClassView(Representation):
    """A class, by id and title, and its school."""

    class_id: str
    """The class's id in the roster. Example: `C-3B`"""
    title: str
    """The class's title. Example: `Math 3, period 2`"""
    school: str = Field(serialization_alias="school_id")
    """The school's id in the roster. Example: `S-104`"""
    school_name: SchoolName = None


class TitledAssessmentView(Representation):
    """An assessment, by id and title."""

    assessment: str = Field(serialization_alias="assessment_id")
    """The assessment's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    title: str
    """The assessment's title. Example: `Unit 3: Fractions`"""


Described = Annotated[
    tuple[DescribedStandardView, ...],
    NameOf("standard", "standards"),
    Field(description="The texts of `standards`, in their order."),
]
"""The statements of the codes in `standards`."""

DescribedAlone = Annotated[
    tuple[DescribedStandardView, ...],
    NameOf("standard", "standards", in_lists=False),
    Field(description="The texts of `standards`, in their order; empty in lists."),
]
"""As `Described`; left out of lists, which would be long."""


class Names(Protocol):
    """Knows the names of things."""

    def names(
        self, district: str, wanted: Mapping[str, AbstractSet[str]]
    ) -> Mapping[tuple[str, str], str]:
        """Return the names of these, by kind and id; leave out unknown ids."""

    def statements(self, district: str, set_id: str) -> Mapping[str, str]:
        """Return the statement of each standard of a set, by code."""


class NamePlan:
    """The places in an answer that need names: in fields of its own, and further down."""

    __slots__ = ("below", "links", "own")

    def __init__(
        self,
        own: tuple[tuple[str, NameOf], ...],
        links: tuple[tuple[str, LinksTo], ...],
        below: tuple[tuple[str, NamePlan], ...],
    ) -> None:
        """Plan it. No data class here: each costs every cold start five million instructions."""
        self.own = own
        self.links = links
        self.below = below

    def __bool__(self) -> bool:
        """Return whether there is anything to fill."""
        return bool(self.own or self.links or self.below)


@cache
def plan_of(answer: type[BaseModel], *, listed: bool = False) -> NamePlan:
    """Return where the answers of this model have names to fill."""
    return _plan(answer, (), listed=listed)


def _plan(model: type[BaseModel], above: tuple[type[BaseModel], ...], *, listed: bool) -> NamePlan:
    own, links, below = [], [], []
    for name, info in model.model_fields.items():
        shown = info.serialization_alias or name
        mark = next((each for each in info.metadata if isinstance(each, NameOf)), None)
        if mark is not None:
            own += [(shown, mark)] if mark.in_lists or not listed else []
            continue
        led = next((each for each in info.metadata if isinstance(each, LinksTo)), None)
        if led is not None:
            links.append((shown, led))
            continue
        inner = _inside(info, (*above, model), listed=listed)
        if inner:
            below.append((shown, inner))
    return NamePlan(tuple(own), tuple(links), tuple(below))


def _inside(info: FieldInfo, above: tuple[type[BaseModel], ...], *, listed: bool) -> NamePlan:
    models = [each for each in models_in(info.annotation) if each not in above]
    plans = [_plan(each, above, listed=listed) for each in dict.fromkeys(models)]
    return NamePlan(
        tuple(each for plan in plans for each in plan.own),
        tuple(each for plan in plans for each in plan.links),
        tuple(each for plan in plans for each in plan.below),
    )


class _Gaps:
    """The fields that lack a name, and the ids and standards sets to look up for them."""

    def __init__(self) -> None:
        self.ids: dict[str, set[str]] = {}
        self.sets: set[str] = set()
        self.places: list[Place] = []

    def collect(self, plan: NamePlan, node: Any, set_id: str) -> None:
        """Note every field to fill in a part of an answer; `set_id` is the set around it."""
        if isinstance(node, list):
            for each in node:
                self.collect(plan, each, set_id)
        elif isinstance(node, dict):
            set_id = node.get(SET) or set_id
            for name, mark in plan.own:
                found = node.get(mark.by)
                if found:
                    self._note(found, mark, set_id)
                    self.places.append((node, name, mark, set_id))
            for name, inner in plan.below:
                if name in node:
                    self.collect(inner, node[name], set_id)

    def _note(self, found: Any, mark: NameOf, set_id: str) -> None:
        if mark.kind == "standard":
            self.sets.add(set_id)
        elif isinstance(found, list):
            self.ids.setdefault(mark.kind, set()).update(found)
        else:
            self.ids.setdefault(mark.kind, set()).add(found)


def name_ids(
    body: Any,
    answer: type[BaseModel],
    district: str,
    names: Callable[[], Names],
    *,
    listed: bool,
) -> None:
    """Fill the names of an answer's body, or of a page's items, in place.

    `names` is used only where there is something to fill.
    """
    plan = plan_of(answer, listed=listed)
    if plan and isinstance(body, dict):
        fill(plan, body["items"] if listed else body, district, names())


def fill(plan: NamePlan, body: Any, district: str, names: Names) -> None:
    """Fill the addresses and names of an answer, in place."""
    _lead(plan, body, {})
    gaps = _Gaps()
    gaps.collect(plan, body, "")
    if not gaps.places:
        return
    known = names.names(district, gaps.ids) if gaps.ids else {}
    facts = {each: names.statements(district, each) for each in gaps.sets if each}
    for node, name, mark, set_id in gaps.places:
        node[name] = _fill_names(node[mark.by], mark, known, facts.get(set_id, {}))


def _lead(plan: NamePlan, node: Any, around: Mapping[str, Any]) -> None:
    if isinstance(node, list):
        for each in node:
            _lead(plan, each, around)
    elif isinstance(node, dict):
        for name, led in plan.links:
            if name in node:
                node[name] = led.fill_addresses(node, around)
        for name, inner in plan.below:
            if name in node:
                _lead(inner, node[name], node)


def _fill_names(
    found: Any, mark: NameOf, known: Mapping[tuple[str, str], str], body: Mapping[str, str]
) -> Any:
    if mark.kind == "standard":
        if isinstance(found, list):
            return [{"code": code, "statement": body.get(code)} for code in found]
        return body.get(found)
    if isinstance(found, list):
        return [{"id": each, "name": known.get((mark.kind, each))} for each in found]
    return known.get((mark.kind, found))
