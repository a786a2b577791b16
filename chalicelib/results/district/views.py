"""The query for a district's results, and the fields that every view of an item shows."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from chalicelib.assessments.items import ItemKind
from chalicelib.web.representation import Body, Representation
from chalicelib.web.routes import Request

PATH = "/v1/distributions/{distribution_id}/results"


class ItemHeadView(Representation):
    """The fields of an item that every view of its figures shows."""

    number: int
    """The item's place on the test, from 1. Example: `7`"""
    item: str = Field(serialization_alias="item_id")
    """The item's id within its assessment. Example: `q7`"""
    kind: Annotated[str, ItemKind]
    """The kind of item."""
    prompt: str
    """The question; blank where it stands on a printed document.

    Example: `Which fraction is equal to 1/2?`
    """
    points: str
    """Points as a decimal, written as text so that nothing is rounded. Example: `2.5`"""


class ResultsQuery(Body):
    """Whether only one school's results are wanted."""

    school: str = Field(default="", max_length=255, validation_alias="school_id")
    """Only the results of this school, by its id. Example: `S-104`"""


def read_request(request: Request[Any], distribution_id: str) -> tuple[Any, str, str]:
    """Return the caller, the distribution, and the school whose part the caller asks for."""
    return request.caller, distribution_id, request.query.school if request.query else ""
