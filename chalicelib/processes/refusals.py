"""The refusals of Mastery Processes."""

from __future__ import annotations

from chalicelib.errors import (
    CHANGED_MEANWHILE,
    Conflict,
    FieldProblem,
    Forbidden,
    Invalid,
    ProblemType,
    TooLarge,
    Unavailable,
    not_found,
)
from chalicelib.teams.refusals import TEAM_BUSY

PROCESS_NOT_FOUND = not_found("process")
SCHOOL_PART_ONLY = ProblemType(
    "school_part_only",
    Forbidden,
    "You see this Mastery Process because a class of your school works in it. Its pages, printouts "
    "and report belong to the data team.",
    "Open its collection, comparison, growth or goals. Once it is finished, read its pages in the "
    "library.",
)
PROCESS_BUSY = ProblemType(
    "process_busy",
    Unavailable,
    "Many people are working in this Mastery Process right now. Nothing was saved.",
    "Try again.",
)

# -- what its state does not allow ----------------------------------------------------------------

PROCESS_LOCKED = ProblemType(
    "process_locked",
    Conflict,
    "This Mastery Process is finished and locked. It can no longer be changed.",
    "Start a new one from it.",
)
PROCESS_DISCARDED = ProblemType(
    "process_discarded", Conflict, "This Mastery Process was discarded.", "Start a new one."
)
PROCESS_OPEN = ProblemType(
    "process_open",
    Conflict,
    "This Mastery Process is still open.",
    "Its leader must finish it first.",
)
NO_PRE_TEST = ProblemType(
    "no_pre_test",
    Conflict,
    "This Mastery Process has no pre-test yet.",
    "Its leader must attach one first.",
)
NO_POST_TEST = ProblemType(
    "no_post_test",
    Conflict,
    "This Mastery Process has no post-test yet.",
    "Its leader must attach one first.",
)
POST_TEST_ATTACHED = ProblemType(
    "post_test_attached",
    Conflict,
    "The post-test is attached, so the pre-test can no longer be replaced.",
    "Start a new Mastery Process for another pre-test.",
)
PROCESS_BEGUN = ProblemType(
    "process_begun",
    Conflict,
    "A class already has a test of this Mastery Process, so it cannot be discarded.",
    "Finish and lock it instead.",
)

PAGES_CHANGED_MEANWHILE = ProblemType(
    "pages_changed_meanwhile",
    Conflict,
    "The data team's texts were changed after you opened this page, by a colleague or by you in "
    "another window. Nothing was locked.",
    "Read what changed. Then finish and lock it.",
)
PAGE_CHANGED_SINCE = FieldProblem(
    "page_changed_since", "This page was changed after you opened it.", "Read it again."
)

# -- starting one ---------------------------------------------------------------------------------

TOO_MANY_OPEN_PROCESSES = ProblemType(
    "too_many_open_processes",
    Conflict,
    "A data team can have at most {most} open Mastery Processes.",
    "Finish or discard one first.",
)
NOT_IN_LIBRARY = ProblemType(
    "not_in_library",
    Invalid,
    "The library has no such finished Mastery Process.",
    "Choose one that the library lists.",
)
PRE_TEST_WITHOUT_STANDARDS = ProblemType(
    "pre_test_without_standards",
    Invalid,
    "No item of this assessment is aligned to a standard, so data teams could not analyze it.",
    "Distribute it without opening a Mastery Process, or align its items first.",
)
TEAMS_NOT_AVAILABLE = ProblemType(
    "teams_not_available",
    Invalid,
    "The Mastery Process cannot be opened in {wrong} of these data teams.",
    "Remove them, or remove the whole list to open it in every active team.",
)
UNKNOWN_TEAM = FieldProblem("team_not_found", "This data team does not exist.", "Remove it.")
RETIRED_TEAM = FieldProblem("team_retired", "This data team is retired.", "Remove it.")
TEAM_BUSY_OPENING = TEAM_BUSY.variant(
    "The team is being changed right now.", "The process will open shortly."
)

# -- its tests ------------------------------------------------------------------------------------

ASSESSMENT_ONLY_SHARED = ProblemType(
    "assessment_only_shared",
    Forbidden,
    "This is a colleague's assessment. You see it only because one of your data teams uses it.",
    "Ask its creator to make it visible to others, or copy it and attach your copy.",
)
TEST_NOT_READY = ProblemType(
    "test_not_ready",
    Invalid,
    "This assessment is not finished yet.",
    "First {to_do}. Then attach it.",
)
ASSESSMENT_WITHOUT_STANDARDS = ProblemType(
    "assessment_without_standards",
    Invalid,
    "No item of this assessment is aligned to a standard, so the team could not analyze it.",
    "Align at least one item, then attach it.",
)
TEST_ALREADY_ACTIVATED = ProblemType(
    "test_already_activated",
    Conflict,
    "A class already has this test, so it cannot be replaced.",
    "Start a new Mastery Process for another test.",
)
TEST_CHANGED_MEANWHILE = ProblemType(
    "test_changed_meanwhile",
    Conflict,
    "The assessment was changed at this moment. Nothing was done.",
    "Look at the assessment, and try again.",
)

# -- giving a test to a class ---------------------------------------------------------------------

CLASS_OF_OTHER_SCHOOL = ProblemType(
    "class_of_other_school",
    Invalid,
    "This class belongs to another school than the data team.",
    "Choose a class of the team's school.",
)
PROCESS_FULL = ProblemType(
    "process_full",
    Conflict,
    "This Mastery Process already has the maximum of {most} classes.",
    "Start another one for the other classes.",
)
TOO_MANY_PROCESSES = ProblemType(
    "too_many_processes",
    Conflict,
    "This class's results already count in {most} open Mastery Processes, which is the maximum.",
    "Finish one of them first.",
)
NO_TRACKER_FOR_TEST = ProblemType(
    "no_tracker_for_test",
    Conflict,
    "You have no tracker for “{title}” with this test's standards set “{set_name}”.",
    "Create one with that set, or activate again with “create_tracker”.",
)
TRACKER_OF_OTHER_CLASS = ProblemType(
    "tracker_of_other_class",
    Invalid,
    "This tracker is for another class.",
    "Choose a tracker of the class, or leave the tracker out to have one found.",
)

RESULTS_ENTERED = ProblemType(
    "results_entered",
    Conflict,
    "Something is entered for this class on this test, so its activation cannot be undone.",
    "If the results belong to another class or test, clear them on the result sheet first, with "
    "every “absent” and “exempt”.",
)

# -- goals ----------------------------------------------------------------------------------------

NOT_YOUR_CLASS = ProblemType(
    "not_your_class",
    Forbidden,
    "Only the class's current teachers can set this goal.",
    "Ask one of them.",
)
NOT_YOUR_ACTIVATION = NOT_YOUR_CLASS.variant(
    "Only the class's current teachers can undo its activation.", "Ask one of them."
)
GOAL_BUSY = ProblemType(
    "goal_busy", Unavailable, "Several people are setting this goal right now.", "Save again."
)
STUDENTS_NOT_CHOOSABLE = ProblemType(
    "students_not_choosable",
    Invalid,
    "Only tested students of this class who are below the level to meet can be added or removed.",
    "Correct each student that is listed.",
)
STUDENT_MISNAMED = {
    "already_meets": FieldProblem(
        "already_meets",
        "This student already meets the level and counts anyway.",
        "Leave them out.",
    ),
    "not_tested": FieldProblem(
        "not_tested",
        "This student has no complete result on the pre-test.",
        "Enter it first, or leave them out.",
    ),
    "not_in_class": FieldProblem(
        "not_in_class",
        "This student is not in the class.",
        "Check the id, or leave them out.",
    ),
    "added_and_removed": FieldProblem(
        "added_and_removed", "This student is both added and removed.", "Keep one of the two."
    ),
}
"""By the reason that a goal cannot name a student."""
DAY_BEFORE_PRE_TEST = ProblemType(
    "day_before_pre_test",
    Invalid,
    "This day is before the pre-test, which this class got on {pre_test}. Today is {today}.",
    "Choose today or a later day.",
)
DAY_PAST = ProblemType(
    "day_past", Invalid, "This day has passed. Today is {today}.", "Choose today or a later day."
)

# -- shared pages ---------------------------------------------------------------------------------

PAGE_NOT_FOUND = not_found("page")
SET_ASIDE_TEXT_NOT_FOUND = not_found("set-aside text")
NOT_YOUR_TEXT = ProblemType(
    "not_your_text",
    Forbidden,
    "Only its author or a team leader can remove this text.",
    "Ask one of them.",
)
PAGE_BUSY = ProblemType(
    "page_busy", Unavailable, "Many people are saving this page right now.", "Save again."
)
PAGE_CHANGED_MEANWHILE = ProblemType(
    "page_changed_meanwhile",
    Conflict,
    "{who} changed this page after you opened it. Nothing was overwritten. The text you just sent "
    "is kept beside the page.",
    "Compare the two texts, decide which one stays, and save the final version.",
)
PAGE_CHANGED_NOT_KEPT = PAGE_CHANGED_MEANWHILE.variant(
    "{who} changed this page after you opened it. Nothing was overwritten. This page already has "
    "{most} texts set aside, so the one you just sent was not saved.",
    "Copy it now. Ask for the oldest set-aside text to be removed, decide which text stays, and "
    "save the final version.",
)
PAGE_VERSION_UNKNOWN = CHANGED_MEANWHILE.variant(
    "This page never had that version.", "Reload it and make your change again."
)
PAGE_INVALID = ProblemType(
    "page_invalid",
    Invalid,
    "Some of this cannot be saved on the page.",
    "Correct each place that is listed, and save again.",
)
PAGE_TOO_LARGE = ProblemType(
    "page_too_large",
    TooLarge,
    "This page has too much text.",
    "Shorten the longest texts, or move them to a separate document.",
)
TOO_MANY_STRATEGIES = ProblemType(
    "too_many_strategies",
    Invalid,
    "A page can have at most {most} strategies.",
    "Remove one that you do not need.",
)
NOT_ON_THIS_PAGE = FieldProblem(
    "not_on_this_page", "The page “{page}” has no such field.", "Send fields of this page only."
)
ROW_REPEATED = FieldProblem("row_repeated", "This row is listed twice.", "Send it once.")
REMOVED_AND_CHANGED = FieldProblem(
    "removed_and_changed",
    "A row can be removed or changed, but not both.",
    "Leave out the one that you do not mean.",
)
LEVEL_UNKNOWN = FieldProblem(
    "level_unknown", "The team has the levels 1 to {levels}, but no level {unknown}."
)
TEXT_CHANGED = FieldProblem("text_changed", "{who} changed this.")
STRATEGY_REMOVED = TEXT_CHANGED.variant("{who} removed this strategy.")

# -- finishing it ---------------------------------------------------------------------------------

WITHOUT_POST_TEST = ProblemType(
    "without_post_test",
    Invalid,
    "This Mastery Process has no post-test, so it cannot show growth. Once it is locked, none can "
    "be attached.",
    "Attach one, or send without_post_test to finish anyway.",
)
PROCESS_NOT_FINISHED = ProblemType(
    "process_not_finished",
    Conflict,
    "A report is made when a team leader finishes and locks the Mastery Process.",
    "Until then, print its template.",
)
REPORT_PENDING = ProblemType("report_pending", Conflict, "The report is not ready yet.", "{when}")
