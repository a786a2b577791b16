"""HTTP for results by student and item, and for item analysis, as CSV files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chalicelib.results.district.views import ResultsQuery, read_request
from chalicelib.tables import DataTable
from chalicelib.web.policy import ADMINS, STAFF
from chalicelib.web.refusals import RESULTS_TOO_LARGE
from chalicelib.web.routes import CSV, Request, Routes

from .columns import ANALYSIS, analysis_rows, student_header, student_row

if TYPE_CHECKING:
    from chalicelib.csv_cells import Cell
    from chalicelib.results.wiring import ResultsWiring

    from .service import TestedStudent

routes = Routes("Results")

MOST_CLASSES = 400
"""Classes whose students one file holds: about 12,000."""

_SHEET: dict[str, Any] = {"policy": STAFF, "media": CSV}
_DISTRIBUTION: dict[str, Any] = {"policy": ADMINS, "query": ResultsQuery, "media": CSV}
_WHERE = ("School", "School id", "Teacher", "Tracker", "Class id", "Given")


@routes.get(
    "/v1/trackers/{tracker_id}/sheets/{assessment_id}/students.csv",
    summary="A class's students by items as CSV",
    **_SHEET,
)
def download_sheet_students(
    request: Request[ResultsWiring], tracker_id: str, assessment_id: str
) -> DataTable:
    """Return a sheet as a file: a line for each student, answer and points for each item."""
    opened = request.services.sheets.open(request.caller, tracker_id, assessment_id)
    rows = (
        student_row(
            opened.sheet,
            opened.scale,
            seat.row,
            (seat.family, seat.given),
            enrolled=seat.enrolled,
        )
        for seat in opened.seats
    )
    header = student_header(opened.assessment.contents.items)
    return DataTable("sheet-students", header, rows)


@routes.get(
    "/v1/trackers/{tracker_id}/sheets/{assessment_id}/analysis.csv",
    summary="The item analysis of a class's result sheet as CSV",
    **_SHEET,
)
def download_sheet_analysis(
    request: Request[ResultsWiring], tracker_id: str, assessment_id: str
) -> DataTable:
    """Return the analysis as a file: a line for each item.

    Below five students with every answer the figures are blank, and a note says why.
    """
    found = request.services.item_analyses.of_sheet(request.caller, tracker_id, assessment_id)
    return DataTable("sheet-analysis", ANALYSIS, analysis_rows(found))


@routes.get(
    "/v1/distributions/{distribution_id}/results/students.csv",
    summary="Students by items over all classes of a distribution as CSV",
    **_DISTRIBUTION,
)
def download_student_results(request: Request[ResultsWiring], distribution_id: str) -> DataTable:
    """Return everybody with results as a file: answer and points for each item.

    More than 400 classes are refused: download them school by school.
    """
    services = request.services
    found = services.district_results.classes(*read_request(request, distribution_id))
    check_room(sum(1 for each in found.rows if each.standing.line))
    asked = services.distribution_students.assessment(request.caller, found)
    students = services.distribution_students.of(request.caller, found, asked)
    rows = [_line(each) for each in sorted(students, key=_place)]
    header = student_header(asked.contents.items, _WHERE)
    return DataTable("results-students", header, rows, "school")


@routes.get(
    "/v1/distributions/{distribution_id}/analysis.csv",
    summary="The item analysis over all classes of a distribution as CSV",
    **_DISTRIBUTION,
)
def download_distribution_analysis(
    request: Request[ResultsWiring], distribution_id: str
) -> DataTable:
    """Return the analysis as a file: a line for each item.

    Below five students with every answer the figures are blank, and a note says why.
    """
    school = request.query.school if request.query else ""
    found = request.services.item_analyses.of_distribution(request.caller, distribution_id, school)
    return DataTable("results-analysis", ANALYSIS, analysis_rows(found))


def check_room(classes: int) -> None:
    """Refuse more classes than one file holds. Raises `TooLarge`."""
    if classes > MOST_CLASSES:
        raise RESULTS_TOO_LARGE(pointer="query:school_id", part="school")


def _line(student: TestedStudent) -> list[Cell]:
    result = student.result
    where: list[Cell] = [
        result.asked.school_name(result.standing.school),
        result.standing.school,
        result.teacher_name,
        result.standing.title,
        result.standing.school_class,
        result.given,
    ]
    scale = result.asked.scale
    return [*where, *student_row(student.sheet, scale, student.row, student.name, enrolled=None)]


def _place(student: TestedStudent) -> tuple[str, ...]:
    result = student.result
    school = result.asked.school_name(result.standing.school)
    return (school, result.standing.title, *student.name, student.row.student)
