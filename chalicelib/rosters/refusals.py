"""How rosters say no."""

from __future__ import annotations

from chalicelib.errors import Conflict, Forbidden, Invalid, ProblemType, not_found
from chalicelib.uploads.refusals import IMPORT_IN_STATE, IMPORT_NOT_POSSIBLE_NOW

SCHOOL_NOT_FOUND = not_found("school")
STUDENT_NOT_FOUND = not_found("student")
TEACHER_NOT_FOUND = not_found("teacher")
COURSE_NOT_FOUND = not_found("course")
CLASS_NOT_FOUND = not_found("class")
NOT_YOUR_SCHOOL = ProblemType(
    "not_your_school",
    Forbidden,
    "You can list the classes only of schools that you administer.",
    "Choose one of your schools.",
)
SCHOOL_OR_COURSE_MISSING = ProblemType(
    "school_or_course_missing",
    Invalid,
    "Classes are listed by school or by course.",
    "Add school_id= or course_id= to the address.",
)

# -- imports --------------------------------------------------------------------------------------

ROSTER_IMPORT_NOT_FOUND = not_found("roster import")
IMPORT_STATES = {
    **IMPORT_IN_STATE,
    "awaiting_upload": IMPORT_NOT_POSSIBLE_NOW.variant(
        "The file of this import has not arrived.", "Upload it first."
    ),
    "checking": IMPORT_NOT_POSSIBLE_NOW.variant(
        "The import is still being checked.", "Wait until that is done."
    ),
    "refused": IMPORT_NOT_POSSIBLE_NOW.variant(
        "The file of this import has errors.",
        "Correct them where the roster is kept, and import it again.",
    ),
    "applied": IMPORT_NOT_POSSIBLE_NOW.variant(
        "The import has already been applied.", "Import another file to change the roster."
    ),
}
"""By the state that does not allow what was asked."""
ANOTHER_IMPORT_RUNNING = ProblemType(
    "another_import_running",
    Conflict,
    "Another import is being applied right now.",
    "Wait until it is done, then try again.",
)
ROSTER_CHANGED = ProblemType(
    "roster_changed",
    Conflict,
    "The roster changed after this import was checked, so it is being checked again.",
    "Look at the new differences, then apply it.",
)
ROSTER_CHANGED_FILE_GONE = ROSTER_CHANGED.variant(
    "The roster changed after this package was checked, and its file is no longer kept.",
    "Import the package again, and look at the new differences.",
)
IMPORT_NOT_APPLIED = ProblemType(
    "import_not_applied",
    Conflict,
    "This import was never applied, so its roster cannot be restored.",
    "Choose an import that was applied.",
)
ROSTER_NOT_KEPT = ProblemType(
    "roster_not_kept",
    Conflict,
    "The roster of this import is no longer kept. Only the current one and the one before it are.",
    "Import the earlier package again.",
)
GRANT_NOT_PENDING = ProblemType(
    "grant_not_pending",
    Invalid,
    "{stranger} is not waiting for a decision in this import.",
    "Name only people that the import lists as waiting.",
)
