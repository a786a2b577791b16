"""How trackers say no."""

from __future__ import annotations

from chalicelib.errors import (
    Conflict,
    FieldProblem,
    Forbidden,
    Invalid,
    NotFound,
    ProblemType,
    Unavailable,
    not_found,
)

TRACKER_NOT_FOUND = not_found("tracker")
TRACKER_BATCH_NOT_FOUND = not_found("tracker batch")
COLLABORATOR_NOT_FOUND = not_found("collaborator")

# -- who may do what ------------------------------------------------------------------------------

NOT_FOR_OWNERS = ProblemType(
    "not_for_owners",
    Forbidden,
    "The owner of a tracker cannot leave it.",
    "Archive the tracker if it is no longer needed.",
)
NOT_FOR_COLLABORATORS = ProblemType(
    "not_for_collaborators",
    Forbidden,
    "Only the tracker's owner can archive it or change its collaborators.",
    "Ask the owner.",
)
TRACKERS_OF_DISTRICT = ProblemType(
    "trackers_of_district_not_yours",
    Forbidden,
    "Only district administrators can list the trackers of the whole district.",
    "Choose one of your schools, or list your own trackers.",
)
NOT_FOR_ADMINISTRATORS = ProblemType(
    "not_for_administrators",
    Forbidden,
    "Administrators can look at this tracker but cannot change it.",
    "Ask its owner.",
)
TOO_MANY_COLLABORATORS = ProblemType(
    "too_many_collaborators",
    Conflict,
    "A tracker has at most {most} collaborators.",
    "Remove one first.",
)

# -- creating and listing them --------------------------------------------------------------------

SCHOOL_NOT_CHOSEN = ProblemType(
    "school_not_chosen",
    Invalid,
    "Trackers are listed school by school.",
    "Choose one of your schools: add school_id= to the address.",
)
CLASS_NOT_TAUGHT = ProblemType(
    "class_not_taught",
    Invalid,
    "This class does not exist, or you do not teach it.",
    "Choose one of your own classes.",
)
COURSES_UNKNOWN = ProblemType(
    "courses_unknown",
    Invalid,
    "Some of these courses do not exist.",
    "Choose from the list of courses.",
)
COURSE_UNKNOWN = FieldProblem(
    "course_unknown", "This course does not exist.", "Choose from the list of courses."
)
ROSTER_BEING_APPLIED = ProblemType(
    "roster_being_applied",
    Unavailable,
    "The district's roster is being updated right now.",
    "Try again in a minute.",
)
BATCH_BUSY = ProblemType(
    "batch_busy", Unavailable, "The batch is being changed right now.", "It will finish shortly."
)

# -- assessments in and out of them ---------------------------------------------------------------

TRACKER_ARCHIVED = ProblemType(
    "tracker_archived",
    Conflict,
    "This tracker is archived.",
    "Take it out of the archive first.",
)
TRACKER_FULL = ProblemType(
    "tracker_full",
    Conflict,
    "This tracker already has the maximum of {most} assessments.",
    "Create another tracker for the same class.",
)
OTHER_STANDARDS_SET = ProblemType(
    "other_standards_set",
    Conflict,
    "This assessment belongs to another standards set than the tracker.",
    "Use a tracker that was created with that set.",
)
ALREADY_IN_TRACKER = ProblemType(
    "already_in_tracker",
    Conflict,
    "This tracker already has this assessment.",
    "Open the tracker to work with it.",
)
RECALLED_IN_TRACKER = ProblemType(
    "recalled_in_tracker",
    Conflict,
    "The district distributed this assessment to this tracker and recalled it. Its results are "
    "kept.",
    "Ask your district to restore it, or add a copy of the assessment.",
)
RECALLED_IN_CLASS = ProblemType(
    "recalled_in_class",
    Conflict,
    "The district distributed this assessment to another tracker of this class and recalled it. "
    "Its results are kept.",
    "Ask your district to restore it, or add a copy of the assessment.",
)
DISTRIBUTED_BY_DISTRICT = ProblemType(
    "distributed_by_district",
    Conflict,
    "Your district distributed this assessment, so only the district can remove it.",
    "Ask a district administrator to recall the distribution.",
)
TEST_OF_OPEN_PROCESS = ProblemType(
    "test_of_open_process",
    Conflict,
    "This assessment is a test of an open Mastery Process, and this class takes part in it.",
    "Ask the team leader to finish the process. Then you can remove the assessment.",
)
ASSESSMENT_NOT_REMOVED = ProblemType(
    "assessment_not_removed",
    Conflict,
    "This assessment was not removed from this tracker.",
    "Reload the tracker to see it.",
)
ASSESSMENT_RECALLED = ProblemType(
    "assessment_recalled",
    NotFound,
    "The district has recalled this assessment. Its results are kept.",
    "Ask your district to restore it.",
)
ASSESSMENT_REMOVED = ProblemType(
    "assessment_removed",
    NotFound,
    "This assessment was removed from this tracker. Its results are kept.",
    "Bring it back into the tracker to work with them.",
)
SHEET_BUSY = ProblemType(
    "sheet_busy",
    Unavailable,
    "Many people are saving results on this assessment right now. Nothing was saved.",
    "Save again.",
)
