"""HTTP for tests on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from chalicelib.districts.model import PaperSize
from chalicelib.reports.printed_test import PaperPart
from chalicelib.reports.printout import OrderedTest, ShownPrintout
from chalicelib.reports.views import PAPERS, PrintoutView
from chalicelib.web.policy import STAFF
from chalicelib.web.representation import Body
from chalicelib.web.routes import Request, Routes

if TYPE_CHECKING:
    from chalicelib.reports.wiring import ReportsWiring

routes = Routes("Assessments")

MOST_STUDENTS = 500

Form = Annotated[str, Field(pattern="^[A-E]$")]
StudentId = Annotated[str, Field(min_length=1, max_length=255)]


class NewPrintedTest(Body):
    """The parts of a test to print."""

    parts: Annotated[tuple[PaperPart, ...], Field(min_length=1, max_length=len(PaperPart))]
    """The parts of the file, in this order: the test, the answer key, the answer sheets."""
    tracker: Annotated[str, Field(max_length=255)] = Field(
        default="", validation_alias="tracker_id"
    )
    """The tracker of the class that it is for. Answer sheets need one.

    Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`
    """
    versions: Annotated[tuple[Form, ...], Field(max_length=5)] = ()
    """The key versions, `A` to `E`. Without them, all that the assessment has.

    Example: `["A", "B"]`
    """
    paper: PaperSize | None = None
    """The paper; without it, the district's."""
    two_sided: bool = False
    """Whether it is printed on both sides: then each test and each student begins on a new sheet.
    """
    students: (
        Annotated[tuple[StudentId, ...], Field(min_length=1, max_length=MOST_STUDENTS)] | None
    ) = Field(default=None, validation_alias="student_ids")
    """The students who get an answer sheet, by their ids. Without them, everybody in the class.

    A student gets the same version as with the whole class. Example: `["20417"]`
    """


@routes.post(
    "/v1/assessments/{assessment_id}/printouts",
    policy=STAFF,
    body=NewPrintedTest,
    answer=PrintoutView,
    status=202,
    location="/v1/jobs/printout.{id}",
    summary="Have a test, its key or answer sheets printed",
)
def create_test_printout(request: Request[ReportsWiring], assessment_id: str) -> ShownPrintout:
    """Ask for a test on paper.

    The PDF is made in the background. Ask for the printout until it is `ready`. Each answer sheet
    has a QR code with the ids of tracker, assessment and student, the version and the page.
    """
    body: NewPrintedTest = request.body
    order = OrderedTest(
        assessment=assessment_id,
        tracker=body.tracker,
        parts=tuple(part for part in PaperPart if part in body.parts),
        versions=tuple(sorted(set(body.versions))),
        size=PAPERS[body.paper] if body.paper else None,
        two_sided=body.two_sided,
        students=body.students or (),
    )
    return request.services.printouts.ask_for_test(request.act, order)
