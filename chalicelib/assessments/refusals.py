"""How assessments say no."""

from __future__ import annotations

from chalicelib.errors import (
    Conflict,
    FieldProblem,
    Forbidden,
    Invalid,
    ProblemType,
    TooLarge,
    not_found,
)
from chalicelib.standards.refusals import STANDARD_RETIRED

ASSESSMENT_NOT_FOUND = not_found("assessment")

# -- who may do what ------------------------------------------------------------------------------

NOT_YOUR_ASSESSMENT = ProblemType(
    "not_your_assessment",
    Forbidden,
    "Only its creator can change this assessment.",
    "Copy it, and change your copy.",
)
NOT_YOURS_TO_CORRECT = NOT_YOUR_ASSESSMENT.variant(
    "Only its creator can correct this assessment. District administrators can correct one that "
    "the whole district sees.",
    "Ask one of them.",
)
APPROVED_BY_DISTRICT = ProblemType(
    "approved_by_district",
    Forbidden,
    "This assessment is district approved. Only its creator can change it.",
    "Ask its creator, or add it to your tracker as it is.",
)
APPROVED_NOT_COPIED = APPROVED_BY_DISTRICT.variant(
    "This assessment is district approved and cannot be copied.",
    "Add it to your tracker as it is.",
)
APPROVED_NOT_CORRECTED = APPROVED_BY_DISTRICT.variant(
    "This assessment is district approved. Only its creator can correct it.",
    "Remove the badge, correct the assessment, and set the badge again.",
)
SECOND_SITTING = ProblemType(
    "second_sitting",
    Forbidden,
    "A data team gives this test a second time, so it must stay the same as the first.",
    "Copy it, and change the copy.",
)
APPROVAL_NEEDS_DISTRICT = ProblemType(
    "approval_needs_district",
    Conflict,
    "Only an assessment that the whole district sees can be district approved.",
    "Ask its creator to set its visibility to “district”.",
)
APPROVED_MUST_STAY_VISIBLE = APPROVAL_NEEDS_DISTRICT.variant(
    "This assessment is district approved, so the whole district must see it.",
    "Ask a district administrator to remove the badge first.",
)
NO_SCHOOL = ProblemType(
    "no_school",
    Invalid,
    "You do not belong to a school, so nobody else would see this assessment.",
    "Choose “district”, or “private” to keep it to yourself.",
)

# -- where it is used -----------------------------------------------------------------------------

ASSESSMENT_NOT_READY = ProblemType(
    "assessment_not_ready",
    Conflict,
    "This assessment is not finished. Every item needs points and at least one standard.",
    "Finish its items first.",
)
ASSESSMENT_IN_USE = ProblemType(
    "assessment_in_use",
    Conflict,
    "This assessment is in trackers or part of a distribution, so {what} can no longer change.",
    "Copy it, and change the copy.",
)
ASSESSMENT_GIVEN = ASSESSMENT_IN_USE.variant(
    "This assessment is in trackers or part of a distribution. It cannot be removed, and its "
    "standards cannot change.",
    "Copy it, and change the copy.",
)
ASSESSMENT_SCORED = ProblemType(
    "assessment_scored",
    Conflict,
    "Students already have results on this assessment, so nothing that decides their scores can "
    "change.{named}{more}",
    "You can still edit the wording. To change keys, points or cut scores, make a correction: it "
    "scores every class again. For anything else, copy the assessment and change the copy.",
)
CORRECTION_RUNNING = ProblemType(
    "correction_running",
    Conflict,
    "Another correction of this assessment is running. It takes a few minutes.",
    "Wait until it is done, and check what it changed before you correct more.",
)
ATTACHMENTS_CHANGED = ProblemType(
    "attachments_changed",
    Conflict,
    "The attachments of this assessment were changed at this moment. Nothing was done.",
    "Try again.",
)

# -- its contents ---------------------------------------------------------------------------------

NOT_DOCUMENT_BASED = ProblemType(
    "not_document_based",
    Invalid,
    "This assessment is made of items, so it has no document.",
    "Remove the document from the request.",
)
ASSESSMENT_TOO_LARGE = ProblemType(
    "assessment_too_large",
    TooLarge,
    "The texts of this assessment are too long together.",
    "Shorten them, or attach a document and keep only the answer key here.",
)
STANDARDS_SET_MISSING = ProblemType(
    "standards_set_missing",
    Invalid,
    "This assessment has no standards set, so its items cannot be aligned.",
    "Choose its standards set first, then align its items.",
)
ITEMS_ALIGNED_TO_OTHER_SET = ProblemType(
    "items_aligned_to_other_set",
    Conflict,
    "The items of this assessment are aligned to its current standards set.",
    "Copy it, remove the copy's items, and choose the other set there.",
)
CUTS_DO_NOT_FIT = ProblemType(
    "cuts_do_not_fit",
    Invalid,
    "These cut scores do not make {levels} mastery levels. {error}",
    "Correct the cut scores.",
)
ITEMS_INCOMPLETE = ProblemType(
    "items_incomplete",
    Invalid,
    "{count} in the items must be corrected.",
    "Correct each place that is listed.",
)
VERSIONS_INCOMPLETE = ProblemType(
    "versions_incomplete",
    Invalid,
    "{count} in the key versions must be corrected. {first}",
    "Correct each place that is listed.",
)
KEY_FILE_INCOMPLETE = ProblemType(
    "key_file_incomplete",
    Invalid,
    "{count} in the file must be corrected before it can be used: {wrong} Nothing was changed.",
    "Correct the file, and upload it again.",
)
TOO_MANY_ITEMS = ProblemType(
    "too_many_items",
    Invalid,
    "An assessment holds {most} items, and this one has {there}.",
    "Choose at most {room}, or start another assessment.",
)
ITEMS_NOT_COPIED = ProblemType(
    "items_not_copied",
    Invalid,
    "{count} cannot be copied, so nothing was copied.",
    "Remove them from the request, and try again.",
)

# -- items that cannot be copied ------------------------------------------------------------------

ITEM_NOT_FOUND = FieldProblem(
    "item_not_found", "Item {n}: This item does not exist, or you do not have access to it."
)
ITEM_APPROVED_BY_DISTRICT = FieldProblem(
    "approved_by_district",
    "Item {n} belongs to a district approved assessment.",
    "Use that assessment as it is.",
)
ITEM_OF_OTHER_SET = FieldProblem(
    "other_standards_set",
    "Item {n} is aligned to another standards set.",
    "Write a new item here.",
)
ITEM_NEEDS_DOCUMENT = FieldProblem(
    "item_needs_document", "Item {n} has no question without its document.", "Choose another item."
)
ITEM_STANDARD_RETIRED = STANDARD_RETIRED.variant(
    "Item {n} has a standard that can no longer be chosen.",
    "Choose another item.",
)

# -- what is frozen once students have results ----------------------------------------------------

ITEMS_FROZEN = FieldProblem(
    "items_frozen", "The items must stay the same.", "Send each with its id, and no others."
)
ORDER_FROZEN = FieldProblem("order_frozen", "The order of the items would change.")
VERSIONS_FROZEN = FieldProblem("versions_frozen", "The key versions would change.")
PROPERTIES_FROZEN = {
    "set_id": FieldProblem("set_id_frozen", "Its standards set would change."),
    "levels": FieldProblem("levels_frozen", "Its number of mastery levels would change."),
    "cuts": FieldProblem("cuts_frozen", "Its cut scores would change."),
}
"""By the property of the assessment."""
FIELDS_FROZEN = {
    "kind": FieldProblem("kind_frozen", "Item {n}: Its kind would change."),
    "choices": FieldProblem("choices_frozen", "Item {n}: Its number of choices would change."),
    "key": FieldProblem("key_frozen", "Item {n}: Its key would change."),
    "points": FieldProblem("points_frozen", "Item {n}: Its points would change."),
    "tolerance": FieldProblem("tolerance_frozen", "Item {n}: Its tolerance would change."),
    "scoring": FieldProblem("scoring_frozen", "Item {n}: Its scoring would change."),
}
"""By the field of the item."""
CHOICES_MOVED = FIELDS_FROZEN["choices"].variant(
    "Item {n}: “{moved}” would move to another letter, so another answer would be correct.",
    "Keep each text at its letter. If the key is wrong, correct the key.",
)
STANDARDS_FROZEN = FieldProblem("standards_frozen", "Item {n}: Its standards would change.")

# -- what is wrong with one item; its number stands in front --------------------------------------

ID_REPEATED = FieldProblem("id_repeated", "Two items have this id.", "Leave it empty.")
PROMPT_MISSING = FieldProblem("prompt_missing", "The question is missing.", "Write the question.")
STANDARDS_MISSING = FieldProblem(
    "standards_missing", "It is not aligned to any standard.", "Choose at least one."
)
NOT_FOR_THIS_KIND = FieldProblem(
    "not_for_this_kind", "A {kind} item has no {field}.", "Leave it out."
)
CHOICES_MISSING = FieldProblem(
    "choices_missing", "A choice needs at least two answers.", "Add choices."
)
KEY_CHOICE_MISSING = FieldProblem(
    "key_missing", "No choice is marked as correct.", "Give the letter of the correct choice."
)
KEY_TRUTH_MISSING = KEY_CHOICE_MISSING.variant(
    "It has no key.", "Say whether “true” or “false” is correct."
)
KEY_TEXT_MISSING = KEY_CHOICE_MISSING.variant(
    "It has no key.", "Give at least one accepted answer."
)
KEY_UNKNOWN = FieldProblem("key_unknown", "The correct choices must be letters from A to {last}.")
KEY_REPEATED = FieldProblem("key_repeated", "Each letter can be listed only once.")
KEY_NOT_SINGLE = FieldProblem(
    "key_not_single",
    "Only one choice can be correct here.",
    "Keep one letter, or change it to multiple choice.",
)
KEY_NOT_A_NUMBER = FieldProblem(
    "key_not_a_number", "The key must be one number, for example 12 or -0.75."
)
TOLERANCE_NOT_A_NUMBER = FieldProblem(
    "tolerance_not_a_number", "The tolerance must be a number, 0 or more."
)
ANSWERS_NOT_KNOWN = FieldProblem(
    "answers_not_known",
    "Points given by hand do not show who answered.",
    "To drop the question, give its points to everyone who took the test: “everyone”.",
)
KEY_NOT_WANTED = FieldProblem(
    "key_not_wanted", "Points given by hand have no answer key.", "Leave the key empty."
)
KEY_NOT_LISTED = FieldProblem(
    "key_not_listed",
    "A listed key has entries like BC, or B=1 with its points, or *=0.5 for any other response.",
)
LISTED_TWICE = KEY_NOT_LISTED.variant("Each response can be listed only once.")
LISTED_UNKNOWN = KEY_NOT_LISTED.variant("The correct choices must be letters from A to {last}.")
LISTED_TOO_MUCH = KEY_NOT_LISTED.variant("A response cannot earn more points than the item has.")
LISTED_TOO_LITTLE = KEY_NOT_LISTED.variant(
    "At least one response must earn all the points of the item."
)

# -- key versions; the version's letter stands in front -------------------------------------------

VERSION_UNKNOWN = FieldProblem(
    "version_unknown", "Key versions are called B, C, D and E. The items themselves are version A."
)
ITEM_UNKNOWN = FieldProblem("item_unknown", "This assessment has no such item.")
ITEMS_NOT_ONCE = FieldProblem(
    "items_not_once", "A version must hold each item of the assessment exactly once."
)

ITEM_UNKNOWN_HERE = not_found("item")
