"""HTTP for standards: frameworks, and sets as trees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from chalicelib.paging import Page
from chalicelib.web.id_names import NO_LINKS, LinksTo
from chalicelib.web.policy import STAFF
from chalicelib.web.representation import Body, Representation, TextOrNull, Version
from chalicelib.web.routes import Request, Routes

from .model import StandardsSet
from .records import FrameworkRecord, SetSummary

if TYPE_CHECKING:
    from .wiring import StandardsWiring

routes = Routes("Standards")


class FrameworkView(Representation):
    """A framework of standards: a CASE package that was imported."""

    id: str
    """The framework's id here. Example: `f1`"""
    identifier: str
    """The framework's identifier at its publisher (CASE).

    Example: `c607012a-4eee-11ec-82a8-0242ac150004`
    """
    title: str
    """The framework's title. Example: `Grade 3 Mathematics`"""
    creator: str = Field(serialization_alias="creator_name")
    """Its publisher. Example: `Texas Education Agency`"""
    language: str
    """Its language, as a BCP 47 tag; blank when the package does not say. Example: `en`"""
    edition: str
    """Its publisher's version; blank when the package does not say. Example: `2024`"""
    status: str = Field(serialization_alias="adoption_status")
    """Whether it is adopted, as the package says. Example: `Adopted`"""
    uri: str
    """Its address at its publisher; blank when the package has none.

    Example: `https://case.example.org/uri/1`
    """
    standards: int = Field(serialization_alias="standard_count")
    """How many standards can be selected in all its sets. Example: `120`"""
    sets: int = Field(serialization_alias="standards_set_count")
    """How many standards sets it has. Example: `6`"""
    imported: TextOrNull = Field(serialization_alias="imported_at")
    """When it was imported last; null while its first import is at work.

    Example: `2026-08-10T15:00:00Z`
    """
    version: Version


class _SetFacts(Representation):
    """The facts that identify a standards set."""

    id: str
    """The standards set's id. Example: `f1-math-3`"""
    name: str
    """The set's name: framework, subject and grades. Example: `Mathematics, grade 3`"""
    framework: str = Field(serialization_alias="framework_id")
    """The id of its framework. Example: `f1`"""
    framework_title: str
    """The framework's title. Example: `Grade 3 Mathematics`"""
    subject: str
    """The set's subject. Example: `Mathematics`"""
    grades: str
    """The set's grades, as teachers say them. Example: `3`"""
    grade_codes: tuple[str, ...]
    """The set's grades, as CASE writes them. Example: `["03"]`"""
    standards: int = Field(serialization_alias="standard_count")
    """How many standards can be selected in it. Example: `25`"""


class StandardsSetRowView(_SetFacts):
    """A standards set in a list."""

    links: Annotated[dict[str, str], LinksTo.of(self="/v1/standards-sets/{id}")] = NO_LINKS
    """Where to go on: the set with its standards."""

    @classmethod
    def of(cls, subject: SetSummary) -> StandardsSetRowView:
        return cls.take(
            subject,
            name=f"{subject.subject}, {subject.band.words}",
            grades=subject.band.label,
            grade_codes=subject.grades,
        )


class StandardRowView(Representation):
    """One line of the tree of a standards set, from top to bottom."""

    identifier: str
    """The standard's identifier at its publisher.

    Example: `6b9f5a1e-d7cc-11e8-824f-0242ac160002`
    """
    code: str
    """The standard's code, as teachers say it; blank when it has none. Example: `3.NF.A.1`"""
    statement: str
    """The students' abilities. Example: `Understand a fraction 1/b as one part of a whole.`"""
    kind: str
    """The publisher's word for this line; blank when the package has none.

    Example: `Standard`
    """
    level: int
    """How deep it is in the tree, from 0. Example: `2`"""
    parent: str | None = Field(serialization_alias="parent_identifier")
    """The identifier of the line above it; null at the top.

    Example: `6b9f5a1e-d7cc-11e8-824f-0242ac160001`
    """
    selectable: bool
    """Whether it can be tracked and assessed. Headings cannot."""
    position: int | None
    """Its position in the set, which no other standard ever gets; null for a heading or an ended
    standard.

    Example: `4`
    """
    ended: TextOrNull = Field(serialization_alias="ended_on")
    """The last day on which it could be selected; null while it can be, and for a heading.

    Example: `2027-06-30`
    """


class RetiredStandardView(Representation):
    """A standard that cannot be selected any more; trackers may still hold it."""

    identifier: str
    """The standard's identifier at its publisher.

    Example: `6b9f5a1e-d7cc-11e8-824f-0242ac160009`
    """
    code: str
    """The standard's code. Example: `3.NF.A.9`"""
    position: int
    """The place that it had in the set. Example: `7`"""


class StandardsSetView(_SetFacts):
    """A standards set as a tree; positions are given once and never to another standard."""

    tree: list[StandardRowView]
    """Headings and standards, from top to bottom."""
    retired: list[RetiredStandardView]
    """Standards that the framework no longer has, no longer offers, or that have ended. Trackers
    may still hold them."""
    version: Version

    @classmethod
    def of(cls, subject: StandardsSet) -> StandardsSetView:
        """Render a set with its rows."""
        gone = [
            RetiredStandardView(identifier=p.identifier, code=p.code, position=n)
            for n, p in enumerate(subject.places)
            if p.retired
        ]
        return cls.take(
            subject,
            grades=subject.band.label,
            grade_codes=subject.band.grades,
            standards=subject.active.bit_count(),
            tree=[StandardRowView.of(row) for row in subject.rows],
            retired=gone,
        )


class SetQuery(Body):
    """Which sets to list."""

    framework: str = Field("", max_length=64, validation_alias="framework_id")
    """Only sets of this framework, by its id. Example: `f1`"""
    subject: str = Field("", max_length=200)
    """Only sets of this subject. Example: `Mathematics`"""
    grade: str = Field("", max_length=20)
    """Only sets with this grade, as `3` or `K`. Example: `3`"""


@routes.get(
    "/v1/frameworks",
    policy=STAFF,
    answer=FrameworkView,
    listed=True,
    summary="List the standards frameworks",
)
def list_frameworks(request: Request[StandardsWiring]) -> Page[FrameworkRecord]:
    return request.services.standards.frameworks(request.caller.district, *request.window)


@routes.get(
    "/v1/frameworks/{framework_id}", policy=STAFF, answer=FrameworkView, summary="Read a framework"
)
def read_framework(request: Request[StandardsWiring], framework_id: str) -> FrameworkRecord:
    return request.services.standards.framework(request.caller.district, framework_id)


@routes.get(
    "/v1/standards-sets",
    policy=STAFF,
    query=SetQuery,
    answer=StandardsSetRowView,
    listed=True,
    summary="List the standards sets, by framework, subject and grade",
)
def list_standards_sets(request: Request[StandardsWiring]) -> Page[SetSummary]:
    district = request.caller.district
    wanted = request.query.model_dump() if request.query else {}
    return request.services.standards.sets(district, *request.window, **wanted)


@routes.get(
    "/v1/standards-sets/{standards_set_id}",
    policy=STAFF,
    answer=StandardsSetView,
    summary="Read a standards set as a tree",
)
def read_standards_set(request: Request[StandardsWiring], standards_set_id: str) -> StandardsSet:
    return request.services.standards.tree(request.caller.district, standards_set_id)
