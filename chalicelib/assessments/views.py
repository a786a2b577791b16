"""The filters of the list of assessments, as clients see them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from chalicelib.web.id_names import (
    NO_LINKS,
    Described,
    LinksTo,
    SetName,
)
from chalicelib.web.representation import Representation, Version

from .filter_choices import Choices
from .items import ItemKind
from .model import Assessment


class FilterValueView(Representation):
    """A value that a filter takes, what people call it, how many assessments have it."""

    value: str
    """The value for the filter. Example: `03`"""
    name: str
    """Its name. Example: `Grade 3`"""
    assessments: int = Field(serialization_alias="assessment_count")
    """How many assessments have it. Example: `12`"""


class AssessmentFiltersView(Representation):
    """The filters of the list: the values that occur in the assessments that you can see."""

    subjects: list[FilterValueView]
    """Values for `subject`."""
    grades: list[FilterValueView]
    """Values for `grade`."""
    creators: list[FilterValueView]
    """Values for `created_by_id`."""
    sets: list[FilterValueView] = Field(serialization_alias="standards_sets")
    """Values for `standards_set_id`."""
    standards: list[FilterValueView]
    """Values for `standard`."""

    @classmethod
    def of(cls, subject: Choices) -> AssessmentFiltersView:
        """Render every filter's values."""
        fields = {name: getattr(subject, name) for name in cls.model_fields}
        return cls.model_validate(
            {name: list(map(FilterValueView.of, values)) for name, values in fields.items()}
        )


class ItemView(Representation):
    """One item."""

    id: str
    """The item's id within its assessment. Example: `q7`"""
    kind: Annotated[str, ItemKind]
    """The form of an answer, and the way it is scored."""
    prompt: str
    """The question; blank where it stands on a printed document.

    Example: `Which fraction is equal to 1/2?`
    """
    choices: tuple[str, ...]
    """The texts of the choices, for the letters A, B, C and so on. Example: `["2/4", "2/3"]`"""
    key: tuple[str, ...]
    """The right answer; its form depends on `kind`. Example: `["A"]`"""
    scoring: str
    """How an answer earns points.

    - `all_or_nothing`: All points when everything is correct, or none.
    - `partial`: A share of the points for what is right.
    - `any_answer`: All points for every student who answered.
    - `everyone`: All points for every student who took the test.
    - `listed`: Each listed response has points of its own.
    """
    tolerance: str
    """How far a number may be off; blank for other kinds. Example: `0.5`"""
    points: str
    """The points that it is worth, as a decimal. Example: `2.5`"""
    standards: tuple[str, ...]
    """The codes of the standards that it assesses. Example: `["3.NF.A.1"]`"""


class PrintedItemView(Representation):
    """One question of a printed form, in the form's order."""

    item: str = Field(serialization_alias="item_id")
    """The item's id within its assessment. Example: `q7`"""
    key: tuple[str, ...]
    """The correct answer on this form. Example: `["C"]`"""


class DocumentView(Representation):
    """The document for students."""

    name: str
    """The document for students. Example: `Unit 3 test booklet`"""
    description: str
    """Its content or its location; blank when unknown.

    Example: `Four pages, stapled.`
    """


class ItemsView(Representation):
    """All items, and what they add up to."""

    id: str
    """The assessment's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    version: Version
    standards_set_id: str
    """The standards set of the assessment; blank until one is chosen. Example: `jf.math.3`"""
    standards_set_name: SetName = None
    document: DocumentView | None
    """The document for students; null for an item-based assessment."""
    items: tuple[ItemView, ...]
    """All items, in order: form A."""
    versions: dict[str, tuple[PrintedItemView, ...]]
    """The questions of the printed forms `B` to `E`, in their order."""
    points: str
    """The points of all items together, as a decimal. Example: `25`"""
    standards: tuple[str, ...]
    """The codes of the standards that the items assess. Example: `["3.NF.A.1"]`"""
    described_standards: Described = ()
    links: Annotated[
        dict[str, str],
        LinksTo.of(self="/v1/assessments/{id}/items", assessment="/v1/assessments/{id}"),
    ] = NO_LINKS
    """Where to go on: the assessment."""

    @classmethod
    def of(cls, subject: Assessment) -> ItemsView:
        """Render header and contents."""
        return cls(
            id=subject.id,
            version=subject.version,
            standards_set_id=subject.header.set_id,
            document=DocumentView.of(subject.contents.document)
            if subject.contents.document
            else None,
            items=tuple(map(ItemView.of, subject.contents.items)),
            versions={
                form: tuple(map(PrintedItemView.of, questions))
                for form, questions in subject.contents.versions.items()
            },
            points=subject.header.points,
            standards=subject.header.standards,
        )
