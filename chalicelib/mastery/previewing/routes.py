"""HTTP for a look at what other settings would do to a class's mastery."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from chalicelib.districts.model import Levels
from chalicelib.mastery.shifts import MasteryPreview, StandardShift
from chalicelib.scales.calculation import Calculation
from chalicelib.web.id_names import NameOf, SetName
from chalicelib.web.policy import TEACHERS
from chalicelib.web.representation import Body, Representation
from chalicelib.web.routes import Request, Routes

if TYPE_CHECKING:
    from chalicelib.mastery.wiring import MasteryWiring

routes = Routes("Mastery")


class MasteryRules(Body):
    """The settings to look at. Leave out what stays."""

    levels: Levels | None = Field(default=None, validation_alias="level_count")
    """How many mastery levels it would have, 2 to 6. Example: `4`"""
    calculation: Calculation | None = None
    """How several results would become one mastery; null for as the district has it."""


class StandardShiftView(Representation):
    """The effect on the students' masteries of a standard."""

    standard: str
    """The standard's code. Example: `3.NF.A.1`"""
    statement: Annotated[str | None, NameOf("standard", "standard")] = None
    """The text of the standard; null if it is not known."""
    student_count: int
    """How many students have a mastery of it now. Example: `22`"""
    up_count: int
    """How many would move up: to a higher level, or to mastery where the number of levels changes.

    Example: `3`
    """
    down_count: int
    """How many would move down: to a lower level, or below mastery where the number of levels
    changes.

    Example: `1`
    """
    gained_count: int
    """How many have no mastery of it now and would have one. Example: `0`"""
    lost_count: int
    """How many have a mastery of it now and would have none. Example: `0`"""
    changed_count: int
    """How many of all these there are. Example: `4`"""
    met_before_count: int
    """How many are at mastery or above now. Example: `14`"""
    met_after_count: int
    """How many would be at mastery or above. Example: `16`"""

    @classmethod
    def of(cls, subject: StandardShift) -> StandardShiftView:
        """Render a standard's line."""
        return cls(
            standard=subject.column.code,
            student_count=subject.students,
            up_count=subject.up,
            down_count=subject.down,
            gained_count=subject.gained,
            lost_count=subject.lost,
            changed_count=subject.changed,
            met_before_count=subject.met_before,
            met_after_count=subject.met_after,
        )


class MasteryPreviewView(Representation):
    """The effect of other settings on a class's mastery. Nothing is changed."""

    standards_set_id: str
    """The set of the standards. Example: `f1-math-3`"""
    standards_set_name: SetName = None
    student_count: int
    """How many students are in the class. Example: `24`"""
    changed_student_count: int
    """How many of them would have another mastery of any standard. Example: `4`"""
    by_level: bool
    """Whether masteries move between levels. If false, they move across the line at which mastery
    begins, because the number of levels changes.
    """
    standards: list[StandardShiftView]
    """The effect on each standard that is tracked."""
    message: str
    """The same in words. Example: `No student's mastery would change. Nothing is saved yet.`"""

    @classmethod
    def of(cls, subject: MasteryPreview) -> MasteryPreviewView:
        return cls(
            standards_set_id=subject.tracker.set_id,
            student_count=subject.students,
            changed_student_count=subject.moved,
            by_level=subject.by_level,
            standards=[StandardShiftView.of(each) for each in subject.shifts],
            message=subject.message,
        )


@routes.post(
    "/v1/trackers/{tracker_id}/preview",
    policy=TEACHERS,
    body=MasteryRules,
    answer=MasteryPreviewView,
    status=200,
    only_reads=True,
    summary="See what other levels or another calculation would do to a tracker's mastery",
)
def preview_tracker(request: Request[MasteryWiring], tracker_id: str) -> MasteryPreview:
    """Look at what would happen.

    For people who can change the tracker.
    """
    given: MasteryRules = request.body
    changes: dict[str, Any] = {}
    if given.levels is not None:
        changes["levels"] = given.levels
    if "calculation" in given.model_fields_set:
        changes["calculation"] = given.calculation
    return request.services.mastery_grids.preview(request.caller, tracker_id, changes)
