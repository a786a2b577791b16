"""The files and columns of OneRoster 1.1 and 1.2 that Plumbline reads, as data.

A column is *kept* (stored), *checked* (looked at, then dropped) or *dropped* (unseen, but counted).
Sources: OneRoster 1.1 CSV tables; OneRoster 1.2.1 CSV binding.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum


class Content(StrEnum):
    """The kind of value in a cell."""

    TEXT = "text"
    ID = "id"
    IDS = "ids"
    CHOICE = "choice"
    FLAG = "flag"
    DATE = "date"
    YEAR = "year"


class Use(StrEnum):
    """The use that is made of a column."""

    KEPT = "kept"
    CHECKED = "checked"
    DROPPED = "dropped"


class Mode(StrEnum):
    """The manifest's mode for reading a file."""

    BULK = "bulk"
    DELTA = "delta"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class RosterColumn:
    """One column; `refers` names the file whose sourcedIds it holds."""

    name: str
    content: Content = Content.TEXT
    required: bool = False
    use: Use = Use.KEPT
    choices: frozenset[str] = frozenset()
    extensible: bool = False
    refers: str = ""
    longest: int = 1000
    """Characters of a text."""
    idle: bool = False
    """The product never reads it, so a fault in it never stops an import."""
    open: bool = False
    """A value that is none of the choices is kept and counts for nothing."""
    named: bool = False
    """Its values are names of things or people: they are kept letter by letter."""


@dataclass(frozen=True, slots=True)
class RosterFile:
    """One file: its name without `.csv`, the noun for a row, its columns in order."""

    name: str
    noun: str
    columns: tuple[RosterColumn, ...] = field(default=())

    @property
    def csv(self) -> str:
        """The member's name in the zip."""
        return f"{self.name}.csv"

    @property
    def header(self) -> tuple[str, ...]:
        """Every column's name, in the binding's order."""
        return tuple(column.name for column in self.columns)

    @property
    def kept(self) -> tuple[str, ...]:
        """The names of the columns that are stored."""
        return tuple(c.name for c in self.columns if c.use is Use.KEPT)

    @property
    def read(self) -> tuple[RosterColumn, ...]:
        """The columns that are looked at: kept or checked."""
        return tuple(c for c in self.columns if c.use is not Use.DROPPED)


STATUS, DATE_LAST_MODIFIED = "status", "dateLastModified"
_LIFE = (RosterColumn(STATUS, use=Use.DROPPED), RosterColumn(DATE_LAST_MODIFIED, use=Use.DROPPED))
_ID = RosterColumn("sourcedId", Content.ID, required=True)


def _text(name: str, *, required: bool = False) -> RosterColumn:
    return RosterColumn(name, required=required)


def _name(name: str, *, required: bool = True) -> RosterColumn:
    return RosterColumn(name, required=required, named=True)


def _idle(column: RosterColumn) -> RosterColumn:
    return replace(column, idle=True)


def _open(column: RosterColumn) -> RosterColumn:
    return replace(column, open=True)


def _make_dropped_columns(*names: str) -> tuple[RosterColumn, ...]:
    return tuple(RosterColumn(name, use=Use.DROPPED) for name in names)


_USERNAME = RosterColumn("username", required=True, longest=128)
"""No longer than the user pool's own."""


def _choice(
    name: str, *choices: str, required: bool = True, extensible: bool = True
) -> RosterColumn:
    return RosterColumn(
        name, Content.CHOICE, required, choices=frozenset(choices), extensible=extensible
    )


def _to(file: str, name: str, *, required: bool = True) -> RosterColumn:
    return RosterColumn(name, Content.ID, required, refers=file)


def _date(name: str, *, required: bool = False) -> RosterColumn:
    return RosterColumn(name, Content.DATE, required)


ORGS = RosterFile("orgs", "organization", (
    _ID, *_LIFE,
    _name("name"),
    _choice("type", "department", "school", "district", "local", "state", "national"),
    *_make_dropped_columns("identifier"),
    _to("orgs", "parentSourcedId", required=False),
))  # fmt: skip

SESSIONS = RosterFile("academicSessions", "academic session", (
    _ID, *_LIFE,
    _name("title"),
    _idle(_choice("type", "gradingPeriod", "semester", "schoolYear", "term")),
    _date("startDate", required=True),
    _date("endDate", required=True),
    _idle(_to("academicSessions", "parentSourcedId", required=False)),
    _idle(RosterColumn("schoolYear", Content.YEAR, required=True)),
))  # fmt: skip

COURSES = RosterFile("courses", "course", (
    _ID, *_LIFE,
    _idle(_to("academicSessions", "schoolYearSourcedId", required=False)),
    _name("title"),
    _text("courseCode"),
    _text("grades"),
    _to("orgs", "orgSourcedId"),
    _text("subjects"),
    *_make_dropped_columns("subjectCodes"),
))  # fmt: skip

CLASSES = RosterFile("classes", "class", (
    _ID, *_LIFE,
    _name("title"),
    _text("grades"),
    _to("courses", "courseSourcedId"),
    _text("classCode"),
    _idle(_choice("classType", "homeroom", "scheduled")),
    *_make_dropped_columns("location"),
    _to("orgs", "schoolSourcedId"),
    RosterColumn("termSourcedIds", Content.IDS, required=True, refers="academicSessions"),
    _text("subjects"),
    *_make_dropped_columns("subjectCodes", "periods"),
))  # fmt: skip

ENROLLMENTS = RosterFile("enrollments", "enrollment", (
    _ID, *_LIFE,
    _to("classes", "classSourcedId"),
    _to("orgs", "schoolSourcedId"),
    _to("users", "userSourcedId"),
    _open(_choice("role", "administrator", "proctor", "student", "teacher")),
    _idle(RosterColumn("primary", Content.FLAG)),
    _date("beginDate"),
    _date("endDate"),
))  # fmt: skip

USERS_1_1 = RosterFile("users", "user", (
    _ID, *_LIFE,
    RosterColumn("enabledUser", Content.FLAG, required=True),
    RosterColumn("orgSourcedIds", Content.IDS, required=True, use=Use.CHECKED, refers="orgs"),
    RosterColumn("role", Content.CHOICE, True, Use.CHECKED, extensible=True, open=True, choices=frozenset({  # noqa: FBT003,E501 - required
        "administrator", "aide", "guardian", "parent", "proctor", "relative", "student", "teacher",
    })),
    _USERNAME,
    *_make_dropped_columns("userIds"),
    _name("givenName"),
    _name("familyName"),
    *_make_dropped_columns("middleName", "identifier"),
    _text("email"),
    *_make_dropped_columns("sms", "phone", "agentSourcedIds"),
    _text("grades"),
    *_make_dropped_columns("password"),
))  # fmt: skip

USERS_1_2 = RosterFile("users", "user", (
    _ID, *_LIFE,
    RosterColumn("enabledUser", Content.FLAG, required=True),
    _USERNAME,
    *_make_dropped_columns("userIds"),
    _name("givenName"),
    _name("familyName"),
    *_make_dropped_columns("middleName", "identifier"),
    _text("email"),
    *_make_dropped_columns("sms", "phone", "agentSourcedIds"),
    _text("grades"),
    *_make_dropped_columns("password", "userMasterIdentifier"),
    _name("preferredGivenName", required=False),
    *_make_dropped_columns("preferredMiddleName"),
    _name("preferredFamilyName", required=False),
    RosterColumn("primaryOrgSourcedId", Content.ID, use=Use.CHECKED, refers="orgs", idle=True),
    *_make_dropped_columns("pronouns"),
))  # fmt: skip

ROLES = RosterFile("roles", "role", (
    _ID, *_LIFE,
    _to("users", "userSourcedId"),
    _idle(_choice("roleType", "primary", "secondary", extensible=False)),
    _open(_choice("role", "aide", "counselor", "districtAdministrator", "guardian", "parent",
                  "principal", "proctor", "relative", "siteAdministrator", "student",
                  "systemAdministrator", "teacher")),
    _date("beginDate"),
    _date("endDate"),
    _to("orgs", "orgSourcedId"),
    *_make_dropped_columns("userProfileSourcedId"),
))  # fmt: skip

STATE = (ORGS, SESSIONS, COURSES, CLASSES, USERS_1_2, ROLES, ENROLLMENTS)
"""The tables of a roster's state, whatever version it came in."""

READ = {
    "1.1": (ORGS, SESSIONS, COURSES, USERS_1_1, CLASSES, ENROLLMENTS),
    "1.2": (ORGS, SESSIONS, COURSES, USERS_1_2, ROLES, CLASSES, ENROLLMENTS),
}
"""The files we read, by OneRoster version."""

_IGNORED_1_1 = (
    "categories", "classResources", "courseResources", "demographics", "lineItems", "resources",
    "results",
)  # fmt: skip
IGNORED = {
    "1.1": _IGNORED_1_1,
    "1.2": (
        *_IGNORED_1_1, "lineItemLearningObjectiveIds", "lineItemScoreScales",
        "resultLearningObjectiveIds", "resultScoreScales", "scoreScales", "userProfiles",
        "userResources",
    ),
}  # fmt: skip
"""Files of the binding that are not needed: counted, never read into storage."""

KINDS = {
    "schools": "orgs",
    "sessions": "academicSessions",
    "courses": "courses",
    "classes": "classes",
    "users": "users",
    "enrollments": "enrollments",
}
"""The kinds in which a difference is counted, and the table of each."""
