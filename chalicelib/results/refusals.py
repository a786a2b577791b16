"""How results say no."""

from __future__ import annotations

from chalicelib.assessments.refusals import ITEM_UNKNOWN, VERSION_UNKNOWN
from chalicelib.errors import (
    CHANGED_MEANWHILE,
    Conflict,
    FieldProblem,
    Forbidden,
    Invalid,
    ProblemType,
    TooLarge,
    Unavailable,
)
from chalicelib.trackers.refusals import NOT_FOR_ADMINISTRATORS

# -- who may enter --------------------------------------------------------------------------------

NOT_FOR_ADMINISTRATORS_TO_ENTER = NOT_FOR_ADMINISTRATORS.variant(
    "Administrators can look at results but cannot enter them.", "Ask the tracker's owner."
)
CANNOT_ENTER_RESULTS = ProblemType(
    "cannot_enter_results",
    Forbidden,
    "Only the teachers of a tracker can enter results, and only while it is not archived.",
    "Ask one of its teachers.",
)
DISTRIBUTION_RECALLED = ProblemType(
    "distribution_recalled",
    Conflict,
    "This distribution was recalled. Its results are kept.",
    "Restore it to see them again.",
)

# -- when something changed -----------------------------------------------------------------------

SCORES_CHANGED_MEANWHILE = ProblemType(
    "scores_changed_meanwhile",
    Conflict,
    "{who} changed {what} after you opened this sheet. Nothing you just sent was saved.",
    "Look at the current entries, keep or change them, and save again.",
)
ASSESSMENT_CHANGED_MEANWHILE = ProblemType(
    "assessment_changed_meanwhile",
    Conflict,
    "The assessment was changed after you opened this sheet. Its questions may have other "
    "numbers or points now. Nothing was saved.",
    "Reload the sheet and enter your results again.",
)
SHEET_VERSION_UNKNOWN = CHANGED_MEANWHILE.variant(
    "This sheet never had that version.", "Reload it and enter your results again."
)
DATE_CHANGED = FieldProblem(
    "given_changed",
    "The date was changed to {now} after you opened this sheet.",
    "Enter the date again if that is wrong.",
)
STUDENT_CHANGED = FieldProblem("student_changed", "The student is now {standing}.")
SCORE_CHANGED = FieldProblem("score_changed", "Item {number}: {now} now.")

# -- what is entered ------------------------------------------------------------------------------

SCORES_INVALID = ProblemType(
    "scores_invalid",
    Invalid,
    "{many} cannot be saved, so nothing was saved.",
    "Correct each place that is listed, and save again.",
)
SHEET_TOO_LARGE = ProblemType(
    "sheet_too_large",
    TooLarge,
    "The answers of this class are too long together.",
    "Shorten the longest texts.",
)
GIVEN_TOO_EARLY = FieldProblem(
    "given_too_early", "The test cannot be dated before {earliest}.", "Correct the date."
)
GIVEN_IN_FUTURE = FieldProblem(
    "given_in_future", "The test cannot be dated after today ({today}).", "Correct the date."
)
STUDENT_NOT_IN_CLASS = FieldProblem(
    "student_not_in_class",
    "This student is not in the class and has no results on this sheet.",
    "Reload the sheet to see its students.",
)
STUDENT_REPEATED = FieldProblem(
    "student_repeated", "This student is listed twice.", "Enter each student once."
)
STATUS_CONTRADICTS = FieldProblem(
    "status_contradicts",
    "The student is marked {status} but also has answers or points.",
    "Mark the student present, or clear the answers and points.",
)
NO_SUCH_VERSION = VERSION_UNKNOWN.variant(
    "This assessment has no key version “{form}”.", "It has {forms}."
)
NO_SUCH_ITEM = ITEM_UNKNOWN.variant(
    "There is no item “{item}” here.",
    "Give an item's id, or its number from 1 to {last}.",
)
ITEM_REPEATED = FieldProblem(
    "item_repeated", "This item is listed twice for the same student.", "Enter it once."
)
SCORE_UNCLEAR = FieldProblem(
    "score_unclear",
    "An item must have exactly one of these: a response, points, omitted, or clear.",
)
SCORE_NOT_POSSIBLE = FieldProblem("score_not_possible", "{error}")

SHEETS_BUSY = ProblemType(
    "sheets_busy",
    Unavailable,
    "The work on all sheets is being changed right now.",
    "It will finish shortly.",
)

# -- reminders ------------------------------------------------------------------------------------

NOBODY_HAS_IT = ProblemType(
    "nobody_has_it",
    Conflict,
    "This distribution has not reached any tracker, so nobody can have begun.",
    "Remind people once it is delivered.",
)

# -- files of responses ---------------------------------------------------------------------------

RESPONSE_FILE_EMPTY = ProblemType(
    "response_file_empty",
    Invalid,
    "The file has no responses of students of this class.",
    "Choose the right file.",
)
RESPONSE_FILE_INCOMPLETE = ProblemType(
    "response_file_incomplete",
    Invalid,
    "{count} in the file cannot be used: {wrong} Nothing was saved.",
    "Correct the file, or accept the problems to enter only what can be used.",
)
RESPONSE_FILE_UNUSABLE = RESPONSE_FILE_INCOMPLETE.variant(
    RESPONSE_FILE_INCOMPLETE.sentence, "Correct the file, and upload it again."
)
