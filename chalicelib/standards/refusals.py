"""How standards say no."""

from __future__ import annotations

from chalicelib.errors import Conflict, FieldProblem, Invalid, ProblemType, Unavailable, not_found
from chalicelib.uploads.refusals import IMPORT_IN_STATE, IMPORT_NOT_POSSIBLE_NOW

FRAMEWORK_NOT_FOUND = not_found("framework")
STANDARDS_SET_NOT_FOUND = not_found("standards set")
STANDARDS_SET_UNKNOWN = ProblemType(
    "standards_set_unknown",
    Invalid,
    "This standards set does not exist.",
    "Choose one from the list of standards sets.",
)
STANDARDS_NOT_IN_SET = ProblemType(
    "standards_not_in_set", Invalid, "{first}", "Choose standards of {name!r}."
)
STANDARD_UNKNOWN = FieldProblem("standard_unknown", "This set has no standard {name!r}.")
STANDARD_RETIRED = FieldProblem(
    "standard_retired", "{name!r} can no longer be chosen: it ended, or the framework dropped it."
)
STANDARD_AMBIGUOUS = FieldProblem(
    "standard_ambiguous", "{usable} standards have the code {name!r}."
)

# -- imports --------------------------------------------------------------------------------------

STANDARDS_IMPORT_NOT_FOUND = not_found("standards import")
IMPORT_STATES = {
    **IMPORT_IN_STATE,
    "awaiting_upload": IMPORT_NOT_POSSIBLE_NOW.variant(
        "The file of this import has not been checked.",
        "Upload it, and wait until it is checked.",
    ),
    "refused": IMPORT_NOT_POSSIBLE_NOW.variant(
        "The file of this import has errors, which are listed with it.",
        "Correct them, and import the file again.",
    ),
    "applied": IMPORT_NOT_POSSIBLE_NOW.variant(
        "The import has already been applied.", "To go back, import the earlier package."
    ),
}
"""By the state that does not allow what was asked."""
FRAMEWORK_BUSY = ProblemType(
    "framework_busy",
    Conflict,
    "Another import of this framework is being applied.",
    "Wait until it is done.",
)
STANDARDS_BUSY = ProblemType(
    "standards_busy",
    Unavailable,
    "The standards are being changed right now.",
    "The import continues shortly.",
)
