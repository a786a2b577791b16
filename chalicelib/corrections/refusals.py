"""How corrections say no."""

from __future__ import annotations

from chalicelib.assessments.refusals import ITEM_UNKNOWN, NOT_YOUR_ASSESSMENT, VERSION_UNKNOWN
from chalicelib.errors import Conflict, FieldProblem, Invalid, ProblemType, Unavailable, not_found
from chalicelib.results.refusals import ITEM_REPEATED

CORRECTION_NOT_FOUND = not_found("correction")
NOT_YOURS_TO_REVIEW = NOT_YOUR_ASSESSMENT.variant(
    "Only its creator and district administrators can see the corrections of this assessment.",
    "Ask one of them.",
)
NOT_SCORED_YET = ProblemType(
    "not_scored_yet",
    Conflict,
    "This assessment has no results yet, so there is nothing to score again.",
    "Change its items or its cut scores directly.",
)
NOTHING_TO_CORRECT = ProblemType(
    "nothing_to_correct",
    Invalid,
    "Nothing to change: these values are already set.",
    "Change at least one value.",
)
CORRECTION_INCOMPLETE = ProblemType(
    "correction_incomplete",
    Invalid,
    "{count} in the correction must be changed first. {first}",
    "Correct each place that is listed.",
)
POINTS_DO_NOT_RESCALE = ProblemType(
    "points_do_not_rescale",
    Invalid,
    "Some points that teachers gave cannot be rescaled. {first}",
    "Choose other points for the questions that are listed.",
)
CORRECTION_BUSY = ProblemType(
    "correction_busy",
    Unavailable,
    "The correction is being changed right now.",
    "It will finish shortly.",
)

# -- single places --------------------------------------------------------------------------------

VERSION_ITEM_UNKNOWN = ITEM_UNKNOWN.variant("Version {form} has no such item.")
ITEM_LISTED_TWICE = ITEM_REPEATED.variant("This item is listed twice.", "Keep one.")
NO_SUCH_VERSION = VERSION_UNKNOWN.variant("This assessment has no key version {form}.")
SCORING_REPEATED = FieldProblem(
    "scoring_repeated", "“accept_all” already sets the scoring.", "Leave “scoring” out."
)
VERSION_KEY_MISSING = FieldProblem(
    "version_key_missing",
    "Item {n}: Its choices can have another order on version {form}.",
    "Give the correct answer on version {form} too, under “versions”.",
)
CUTS_DO_NOT_FIT = FieldProblem("cuts_do_not_fit", "{error}")
POINTS_NOT_RESCALED = FieldProblem(
    "points_do_not_rescale",
    "Question {number}: {points} of {before} points cannot be written out of {after} with at most "
    "three decimals. This affects {who}.",
    "{way_out}",
)
