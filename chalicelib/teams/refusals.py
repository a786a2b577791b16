"""How data teams say no."""

from __future__ import annotations

from chalicelib.errors import (
    Conflict,
    FieldProblem,
    Forbidden,
    Invalid,
    ProblemType,
    Unavailable,
    not_found,
)

TEAM_NOT_FOUND = not_found("team")
MEMBER_NOT_FOUND = not_found("member")

# -- who may do what ------------------------------------------------------------------------------

NOT_FOR_TEAM_ADMINISTRATORS = ProblemType(
    "not_for_team_administrators",
    Forbidden,
    "This is for the data team itself. Administrators can only look at it.",
    "Ask a leader of the team.",
)
NOT_FOR_TEAM_LEADERS = ProblemType(
    "not_for_team_leaders",
    Forbidden,
    "Only an administrator can do this to a team.",
    "Ask an administrator of your school or district.",
)
NOT_FOR_TEAM_MEMBERS = ProblemType(
    "not_for_team_members",
    Forbidden,
    "Only the team's leaders can do this.",
    "Ask a leader of the team.",
)

# -- its school and people ------------------------------------------------------------------------

SCHOOL_MISSING = ProblemType(
    "school_missing",
    Invalid,
    "Only a district administrator can create a team for the whole district.",
    "Choose one of your schools for the team.",
)
SCHOOL_NOT_ADMINISTERED = ProblemType(
    "school_not_administered",
    Invalid,
    "This school does not exist, or you do not administer it.",
    "Choose one of your schools.",
)
NOT_STAFF = ProblemType(
    "not_staff",
    Invalid,
    "Only staff of the district whose account is enabled can belong to a team.",
    "Choose somebody from the list of people.",
)
PERSON_NOT_STAFF = FieldProblem(NOT_STAFF.code, NOT_STAFF.sentence, NOT_STAFF.way_out)
TOO_MANY_PEOPLE = ProblemType(
    "too_many_people",
    Invalid,
    "A new team can have at most {most} people.",
    "Add the others afterward.",
)
TEAM_FULL = ProblemType(
    "team_full", Conflict, "A data team has at most {most} people.", "Remove somebody first."
)
TEAM_NEEDS_LEADER = ProblemType(
    "team_needs_leader",
    Conflict,
    "A data team must have a leader.",
    "Ask an administrator to name another one first.",
)
TEAM_RETIRED = ProblemType(
    "team_retired",
    Conflict,
    "This data team is retired. Its work is kept, but it cannot start anything new.",
    "Choose another team, or ask an administrator to bring this one back.",
)
TEAM_BUSY = ProblemType(
    "team_busy",
    Unavailable,
    "The team's Mastery Processes are being changed right now. Nothing was saved.",
    "Try again.",
)

# -- its levels -----------------------------------------------------------------------------------

WRONG_NUMBER_OF_LEVELS = ProblemType(
    "wrong_number_of_levels",
    Invalid,
    "A team has {fewest} to {most} levels.",
    "Add or remove levels.",
)
LEVELS_INVALID = ProblemType(
    "levels_invalid",
    Invalid,
    "These levels cannot be used as they are.",
    "Correct each place that is listed.",
)
LEVEL_NAME_LENGTH = FieldProblem(
    "level_name_length", "A level's name must have 1 to {longest} visible characters."
)
LOWER_INVALID = FieldProblem(
    "lower_invalid",
    "A level begins at a percentage from 0 to 100 with at most three decimals.",
    "Write it as 70 or 79.5, for example.",
)
COLOR_INVALID = FieldProblem(
    "color_invalid",
    "A color is # and six digits or letters from a to f.",
    "Write it as #2e7d32, for example.",
)
COLORS_ALIKE = FieldProblem(
    "colors_alike",
    "The colors of “{one}” and “{other}” look alike on paper or to people who cannot see colors.",
    "Make one of them clearly darker.",
)
LOWEST_NOT_ZERO = FieldProblem(
    "lowest_not_zero", "The lowest level must begin at 0, so that every score is in a level."
)
NOT_ASCENDING = FieldProblem(
    "not_ascending",
    "Each level must begin above the one before it.",
    "List the levels from low to high.",
)
SAME_NAME = FieldProblem(
    "same_name",
    "Two levels have the same name, or names that look the same.",
    "Give each level its own name.",
)
MEETS_OUT_OF_RANGE = FieldProblem(
    "meets_out_of_range", "The level that meets must be one of the levels 2 to {many}."
)
