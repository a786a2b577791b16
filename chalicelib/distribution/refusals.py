"""How distributions say no."""

from __future__ import annotations

from chalicelib.assessments.refusals import NOT_YOUR_ASSESSMENT
from chalicelib.errors import (
    Conflict,
    FieldProblem,
    Invalid,
    ProblemType,
    Unavailable,
    not_found,
)

DISTRIBUTION_NOT_FOUND = not_found("distribution")

# -- what can be distributed ----------------------------------------------------------------------

NOT_YOURS_TO_DISTRIBUTE = NOT_YOUR_ASSESSMENT.variant(
    "You can distribute only assessments that you created.",
    "Copy this one, and distribute your copy.",
)
NOT_PRIVATE_TO_DISTRICT = ProblemType(
    "not_private_to_district",
    Invalid,
    "You can distribute only an assessment that the district, and nobody outside it, can see.",
    "Open its properties and set its visibility to “district”.",
)

# -- to which trackers ----------------------------------------------------------------------------

NOTHING_SELECTED = ProblemType(
    "nothing_selected",
    Invalid,
    "No matching tracker is selected.",
    "Select trackers, schools or the whole district.",
)
ALL_HAVE_IT = ProblemType(
    "all_trackers_have_it",
    Invalid,
    "Every matching tracker that you selected already has this assessment.",
    "Select others.",
)
NOTHING_TO_ADD = ProblemType(
    "nothing_to_add",
    Conflict,
    "Every matching tracker that you selected is already in this distribution.",
    "Select others, or retry those that failed.",
)
SCHOOLS_UNKNOWN = ProblemType(
    "schools_unknown",
    Invalid,
    "Some of these schools do not exist.",
    "Choose from the list of schools.",
)
TRACKERS_DO_NOT_MATCH = ProblemType(
    "trackers_do_not_match",
    Invalid,
    "{refused} of the selected trackers cannot take this assessment.",
    "Deselect them, or change what they track.",
)
AUTOMATIC_NEEDS_SCHOOLS = ProblemType(
    "automatic_needs_schools",
    Invalid,
    "Automatic delivery finds new trackers by school, but you selected only single trackers.",
    "Select whole schools or the whole district, or leave the end date out.",
)
SCHOOL_UNKNOWN = FieldProblem(
    "school_unknown", "This school does not exist.", "Choose from the list of schools."
)
TRACKER_NOT_FOUND = FieldProblem("tracker_not_found", "This tracker does not exist.")

# -- when -----------------------------------------------------------------------------------------

START_DATE_MISSING = ProblemType(
    "start_date_missing",
    Invalid,
    "A scheduled distribution needs a start date.",
    "Choose the start date, or choose “Distribute” to deliver now.",
)
START_DATE_MISSING_FOR_TIME = START_DATE_MISSING.variant(
    "This start time has no start date.", "Choose the start date, or leave the time empty."
)
START_IN_THE_PAST = ProblemType(
    "start_in_the_past",
    Invalid,
    "{moment} has already passed. It is now {now}.",
    "Choose a later start, or choose “Distribute” without a date to deliver now.",
)
START_TOO_FAR_AHEAD = ProblemType(
    "start_too_far_ahead",
    Invalid,
    "{moment} is more than two years ahead.",
    "Check the year.",
)
START_TIME_DOES_NOT_EXIST = ProblemType(
    "start_time_does_not_exist",
    Invalid,
    "{wall} does not exist in {place}, because the clocks go forward and skip it.",
    "The nearest times are {earlier} and {later}.",
)
START_TIME_HAS_OFFSET = ProblemType(
    "start_time_has_offset",
    Invalid,
    "The start time must not have an offset.",
    "Give the time that the district's clock shows, such as 08:00.",
)
START_TIME_HAS_SECONDS = ProblemType(
    "start_time_has_seconds",
    Invalid,
    "The start time must not have seconds.",
    "Give it to the minute, such as 08:00.",
)
UNKNOWN_TIME_ZONE = ProblemType(
    "unknown_time_zone",
    Invalid,
    "There is no time zone called “{zone}”.",
    "Use a name such as America/Chicago. The district's settings list them.",
)
AUTOMATIC_UNTIL_IN_THE_PAST = ProblemType(
    "automatic_until_in_the_past",
    Invalid,
    "{day} is over in the district ({zone}).",
    "Choose today or a later day, or leave the end date out.",
)
AUTOMATIC_UNTIL_TOO_FAR_AHEAD = ProblemType(
    "automatic_until_too_far_ahead",
    Invalid,
    "{day} is more than {most} days ahead.",
    "Choose an earlier end date. You can move it later.",
)
AUTOMATIC_UNTIL_BEFORE_START = ProblemType(
    "automatic_until_before_start",
    Invalid,
    "Delivery begins on {date}.",
    "Choose that day or a later one as the end date.",
)
GIVE_UNTIL_IN_THE_PAST = ProblemType(
    "give_until_in_the_past",
    Invalid,
    "{day} is over in the district ({zone}), so no class can be given the assessment by then.",
    "Choose today or a later day, or leave the day out.",
)
GIVE_UNTIL_TOO_FAR_AHEAD = ProblemType(
    "give_until_too_far_ahead",
    Invalid,
    "{day} is more than {most} days ahead.",
    "Choose an earlier day. You can move it later.",
)
GIVE_UNTIL_BEFORE_START = ProblemType(
    "give_until_before_start",
    Invalid,
    "Teachers get the assessment on {date}, so it cannot be given before.",
    "Choose that day or a later one.",
)

# -- what its state does not allow ----------------------------------------------------------------

CANNOT_CHANGE = ProblemType(
    "cannot_change", Conflict, "This distribution cannot be changed now.", "{state_says}"
)
CANNOT_CANCEL = ProblemType(
    "cannot_cancel", Conflict, "This distribution cannot be canceled now.", "{state_says}"
)
CANNOT_START = ProblemType(
    "cannot_start", Conflict, "This distribution cannot be started now.", "{state_says}"
)
CANNOT_FINISH = ProblemType(
    "cannot_finish", Conflict, "This distribution cannot be finished now.", "{state_says}"
)
CANNOT_RETRY = ProblemType(
    "cannot_retry", Conflict, "This distribution cannot be retried now.", "{state_says}"
)
CANNOT_ADD = ProblemType(
    "cannot_add", Conflict, "Trackers cannot be added to this distribution now.", "{state_says}"
)
CANNOT_AUTOMATE = ProblemType(
    "cannot_automate",
    Conflict,
    "The automatic delivery of this distribution cannot be changed now.",
    "{state_says}",
)
CANNOT_MOVE_GIVE_UNTIL = ProblemType(
    "cannot_move_give_until",
    Conflict,
    "The day to give the assessment by cannot be changed now.",
    "{state_says}",
)
CANNOT_RECALL = ProblemType(
    "cannot_recall", Conflict, "This distribution cannot be recalled now.", "{state_says}"
)
CANNOT_RESTORE = ProblemType(
    "cannot_restore", Conflict, "This distribution cannot be restored now.", "{state_says}"
)
NOTHING_FAILED = ProblemType(
    "nothing_failed",
    Conflict,
    "No tracker failed, so there is nothing to retry.",
    "Reload the distribution to see its trackers.",
)
TRACKERS_BUSY = ProblemType(
    "trackers_busy", Unavailable, "Some trackers are being changed right now.", "Try again soon."
)

# -- why a tracker does not take it; these are also the reasons in receipts -----------------------

MISSING_STANDARDS = FieldProblem(
    "missing_standards", "This tracker does not track every standard of the assessment."
)
MISMATCHES = (
    MISSING_STANDARDS,
    FieldProblem("other_set", "This tracker was created with another standards set."),
    FieldProblem("other_scale", "This tracker has another number of mastery levels."),
    FieldProblem("archived", "This tracker is archived."),
    FieldProblem("class_past", "The terms of this tracker's class end before the delivery."),
    FieldProblem("gone", "This tracker no longer exists."),
    FieldProblem("already_there", "This tracker already has the assessment."),
    FieldProblem(
        "recalled_there",
        "This tracker has the assessment from a distribution that was recalled.",
        "Restore that distribution.",
    ),
    FieldProblem(
        "brought_back",
        "A teacher had removed this assessment from the tracker. It is back, with its results.",
    ),
    FieldProblem("full", "This tracker is full and cannot hold another assessment."),
    FieldProblem(
        "unstorable", "This tracker could not be saved.", "Tell your district's IT staff."
    ),
    FieldProblem(
        "unreachable", "This tracker could not be reached in time.", "Retry the failed ones."
    ),
)
MISSING_NAMED = MISSING_STANDARDS.variant(
    "This tracker does not track every standard of the assessment. It lacks {names}."
)
