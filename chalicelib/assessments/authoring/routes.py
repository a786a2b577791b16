"""HTTP for building an assessment from the item bank."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from chalicelib.assessments.model import Assessment
from chalicelib.assessments.views import ItemsView
from chalicelib.web.policy import AUTHORS
from chalicelib.web.representation import Body
from chalicelib.web.routes import Request, Routes

from .service import MOST_AT_ONCE, BankPick

if TYPE_CHECKING:
    from chalicelib.assessments.wiring import AssessmentsWiring

routes = Routes("Assessments")

_Name = Annotated[str, Field(min_length=1, max_length=100)]


class BankItem(Body):
    """An item as the item bank lists it."""

    assessment_id: _Name
    """The assessment that the item stands in. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    item_id: _Name
    """The item's id within its assessment. Example: `q7`"""


class BankItems(Body):
    """Items to append, in this order."""

    items: Annotated[tuple[BankItem, ...], Field(min_length=1, max_length=MOST_AT_ONCE)]
    """The items, in the order in which they are appended."""


@routes.post(
    "/v1/assessments/{assessment_id}/bank-items",
    policy=AUTHORS,
    body=BankItems,
    answer=ItemsView,
    status=200,
    conditional=True,
    summary="Append copies of items from the item bank",
)
def add_bank_items(request: Request[AssessmentsWiring], assessment_id: str) -> Assessment:
    picks = [BankPick(each.assessment_id, each.item_id) for each in request.body.items]
    return request.services.building.append(request.act, assessment_id, request.version, picks)
