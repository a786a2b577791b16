"""HTTP for a result sheet's history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from chalicelib.paging import Page
from chalicelib.web.policy import STAFF
from chalicelib.web.representation import Representation
from chalicelib.web.routes import Request, Routes

if TYPE_CHECKING:
    from chalicelib.results.wiring import ResultsWiring

    from .service import SheetAct

routes = Routes("Result sheets")

_ACTIONS = {
    "import_response_file": "imported",
    "create_activation": "activated",
    "delete_activation": "activation_undone",
}


class TouchedStudentView(Representation):
    """A student whose results were changed."""

    student: str = Field(serialization_alias="student_id")
    """The student's id in the roster. Example: `S-20417`"""
    given: str = Field(serialization_alias="given_name")
    """The student's given name; blank once they are gone from the roster. Example: `Chidi`"""
    family: str = Field(serialization_alias="family_name")
    """The student's family name; blank once they are gone from the roster. Example: `Okafor`"""
    cells: int = Field(serialization_alias="cell_count")
    """How many answers or points of theirs were entered, changed or cleared. Example: `3`"""
    numbers: list[int] = Field(serialization_alias="item_numbers")
    """The numbers of the items on the sheet; none of an act before they were kept.

    Example: `[1, 2, 7]`
    """
    status: bool = Field(serialization_alias="status_changed")
    """Whether they became present, absent or exempt."""


class SheetHistoryView(Representation):
    """One thing that somebody did to a sheet."""

    at: str = Field(serialization_alias="changed_at")
    """When, in UTC. Example: `2026-09-21T13:30:00.000Z`"""
    person: str = Field(serialization_alias="changed_by_id")
    """The id of the person who did it. Example: `T-311`"""
    person_name: str = Field(serialization_alias="changed_by_name")
    """The person who did it; blank once they are gone from the roster. Example: `Ana Ruiz`"""
    action: Literal["entered", "imported", "activated", "activation_undone"]
    """Its earlier value.

    - `entered`: Results were entered or changed by hand.
    - `imported`: Results came from a file.
    - `activated`: The test of a Mastery Process was activated for the class.
    - `activation_undone`: That was undone.
    """
    version: int
    """The sheet's version after it; of an activation 0. Example: `4`"""
    students: list[TouchedStudentView]
    """The student whose results were changed."""
    cells: int = Field(serialization_alias="cell_count")
    """How many answers or points were entered, changed or cleared, of all students.

    Example: `60`
    """
    dated: bool = Field(serialization_alias="given_date_changed")
    """Whether the day of the test was changed."""

    @classmethod
    def of(cls, subject: SheetAct) -> SheetHistoryView:
        students = [
            TouchedStudentView.take(
                each,
                given=subject.names.get(each.student, ("", ""))[1],
                family=subject.names.get(each.student, ("", ""))[0],
                numbers=[place + 1 for place in each.places],
            )
            for each in subject.touched.students
        ]
        return cls.model_validate(
            {
                "at": subject.at,
                "person": subject.person,
                "person_name": subject.person_name,
                "action": _ACTIONS.get(subject.verb, "entered"),
                "version": subject.version,
                "students": students,
                "cells": subject.touched.cells,
                "dated": subject.touched.dated,
            }
        )


@routes.get(
    "/v1/trackers/{tracker_id}/sheets/{assessment_id}/history",
    policy=STAFF,
    answer=SheetHistoryView,
    listed=True,
    summary="List who entered or changed what on a class's result sheet, and when",
)
def list_sheet_history(
    request: Request[ResultsWiring], tracker_id: str, assessment_id: str
) -> Page[SheetAct]:
    """List what was done to a sheet, the latest first.

    Acts of before release 0.4 are not in it. Corrections of the key have a list of their own.
    """
    return request.services.sheet_histories.read(
        request.caller, tracker_id, assessment_id, *request.window
    )
