"""Why an assessment cannot come into a tracker, or out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chalicelib.errors import Conflict, Invalid, Unavailable

from .model import MOST_ASSESSMENTS

if TYPE_CHECKING:
    from chalicelib.assessments.model import AssessmentHeader

    from .model import Tracker


def check_suits(tracker: Tracker, header: AssessmentHeader) -> None:
    """Refuse to give a tracker what is not finished, or of another set."""
    if not header.ready:
        raise Conflict(
            "assessment_not_ready",
            "This assessment is not finished yet, so it cannot be given to a class.",
        )
    if header.set_id != tracker.set_id:
        raise Conflict(
            "other_standards_set",
            "This assessment belongs to another standards set than the tracker. Use a tracker that "
            "was created with that set.",
        )


def already_there() -> Conflict:
    """Say that the tracker has the assessment."""
    return Conflict(
        "already_in_tracker",
        "This tracker already has this assessment. Open the tracker to work with it.",
    )


def recalled_there() -> Conflict:
    """Say that the tracker has the assessment from the district, which has recalled it."""
    return Conflict(
        "recalled_in_tracker",
        "The district gave this tracker this assessment and has recalled it. Its results are kept. "
        "Ask your district to restore it, or add a copy of the assessment.",
    )


def recalled_in_class() -> Conflict:
    """Say that the class has results on the assessment from the district, which has recalled it."""
    return Conflict(
        "recalled_in_class",
        "The district gave this class this assessment in another tracker and has recalled it. Its "
        "results are kept. Ask your district to restore it, or add a copy of the assessment.",
    )


def tracker_full() -> Conflict:
    """Say that a tracker holds as many assessments as it can."""
    return Conflict(
        "tracker_full",
        f"This tracker has {MOST_ASSESSMENTS} assessments, which is all it can hold. "
        "Make another tracker for the same class.",
    )


def of_the_district() -> Conflict:
    """Say that only the district takes out what it brought."""
    return Conflict(
        "distributed_by_district",
        "Your district gave this tracker this assessment, so only the district can take it out. "
        "Ask a district administrator to recall the distribution.",
    )


def taken_by_process(processes: tuple[str, ...]) -> Conflict:
    """Say that an open Mastery Process uses the class's results."""
    return Conflict(
        "test_of_open_process",
        "This assessment is a test of a Mastery Process that is not finished, and this class takes "
        "part in it. Ask the team leader to finish the process. Then you can take the assessment "
        "out.",
        processes=list(processes),
    )


def not_taken_out() -> Conflict:
    """Say that the tracker shows the assessment."""
    return Conflict(
        "not_taken_out",
        "This assessment was not taken out of this tracker. Reload the tracker to see it.",
    )


def class_not_yours() -> Invalid:
    """Say that somebody does not teach a class today."""
    return Invalid(
        "class_not_yours",
        "You do not teach such a class. Choose one of your own classes.",
        pointer="/class_id",
    )


def roster_being_applied() -> Unavailable:
    """Say that the class of a new tracker is changed by an import at this moment."""
    return Unavailable(
        "roster_being_applied",
        "The district's roster is being updated at this moment. Please try again in a minute.",
    )
