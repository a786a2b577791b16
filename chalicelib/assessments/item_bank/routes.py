"""HTTP for the item bank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from chalicelib.assessments.bank import FoundItem, ItemFilter
from chalicelib.assessments.views import ItemView
from chalicelib.paging import Page
from chalicelib.web.id_names import SetName
from chalicelib.web.policy import AUTHORS
from chalicelib.web.representation import Representation
from chalicelib.web.routes import Request, Routes

if TYPE_CHECKING:
    from chalicelib.assessments.wiring import AssessmentsWiring

routes = Routes("Assessments")

DIGITS = 6
"""Decimals of a figure in an answer."""


class BankItemView(Representation):
    """An item of the bank."""

    allowed: tuple[str, ...] = ("copy",)
    """The actions that you can take.

    - `copy`: Append it to an assessment of yours.
    """
    assessment: str = Field(serialization_alias="assessment_id")
    """The assessment that it stands in. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    title: str = Field(serialization_alias="assessment_title")
    """The title of that assessment. Example: `Unit 3: Fractions`"""
    set_id: str = Field(serialization_alias="standards_set_id")
    """The standards set of that assessment. Example: `f1-math-3`"""
    standards_set_name: SetName = None
    item: ItemView
    """The item itself."""
    facility: float | None
    """How easy it was for the district's students: the mean of the points earned, out of what it is
    worth; 0 is hardest, 1 easiest. Null below five students, and if it was not requested.

    Example: `0.71`
    """
    facility_students: int | None = Field(serialization_alias="facility_student_count")
    """How many students that is of; null with it. Example: `84`"""

    @classmethod
    def of(cls, subject: FoundItem) -> BankItemView:
        """Render an item with where it is from."""
        header, rated = subject.header, subject.facility
        value = rated.value if rated else None
        return cls(
            assessment=header.id,
            title=header.title,
            set_id=header.set_id,
            item=ItemView.of(subject.item),
            facility=None if value is None else round(float(value), DIGITS),
            facility_students=rated.students if rated and value is not None else None,
        )


class ItemUseView(Representation):
    """An assessment that asks the same question."""

    assessment: str = Field(serialization_alias="assessment_id")
    """The assessment, by its id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    title: str = Field(serialization_alias="assessment_title")
    """The title of that assessment. Example: `Unit 3: Fractions`"""
    item: str = Field(serialization_alias="item_id")
    """The item's id within that assessment. Example: `q7`"""
    number: int
    """The item's place in that assessment, from 1. Example: `7`"""
    points: str
    """Its points there, as a decimal. Example: `2.5`"""
    creator: str = Field(serialization_alias="created_by_id")
    """The id of the assessment's creator. Example: `T-311`"""
    creator_name: str = Field(serialization_alias="created_by_name")
    """The assessment's creator. Example: `Ana Ruiz`"""
    in_use: bool
    """Whether that assessment was given to somebody."""
    scored: bool
    """Whether somebody has results on it."""

    @classmethod
    def of(cls, subject: FoundItem) -> ItemUseView:
        header = subject.header
        return cls.take(
            header,
            assessment=header.id,
            item=subject.item.id,
            number=subject.number + 1,
            points=subject.item.points,
        )


@routes.get(
    "/v1/items",
    policy=AUTHORS,
    query=ItemFilter,
    answer=BankItemView,
    listed=True,
    summary="Find items of assessments you may copy, by standard and text",
)
def list_bank_items(request: Request[AssessmentsWiring]) -> Page[FoundItem]:
    """Search the item bank, also by how hard items were.

    Append what you find with `POST /v1/assessments/{assessment_id}/bank-items`.
    """
    wanted = request.query or ItemFilter()
    return request.services.assessment_search.find_items(request.caller, wanted, *request.window)


@routes.get(
    "/v1/assessments/{assessment_id}/items/{item_id}/uses",
    policy=AUTHORS,
    answer=ItemUseView,
    listed=True,
    summary="List the assessments in which an item is used",
)
def list_item_uses(
    request: Request[AssessmentsWiring], assessment_id: str, item_id: str
) -> Page[FoundItem]:
    """List where the same question is asked, this assessment included, as far as you see it.

    A copy that somebody changed the question of is another question.
    """
    return request.services.assessment_search.find_uses(
        request.caller, assessment_id, item_id, *request.window
    )
