"""How findings of a check look in an answer."""

from __future__ import annotations

from pydantic import Field

from chalicelib.web.representation import Representation


class RosterProblemPlaceView(Representation):
    """One of the places of a problem."""

    row: int
    """The row of the file; the header is row 1. Example: `17`"""
    value: str
    """What stands there. Example: `S-999`"""
    detail: str = Field(default="", serialization_alias="message")
    """What is true of this place only; blank when there is nothing to add.

    Example: `There is no school S-999.`
    """


class RosterProblemView(Representation):
    """One thing wrong with a package, however often it occurs."""

    severity: str
    """How bad it is.

    - `reject`: The package cannot be read with certainty. Nothing was read further.
    - `error`: It must be corrected.
    - `hold`: An admin must confirm it.
    - `warning`: It was understood all the same.
    """
    code: str
    """What is wrong, for programs. Example: `not_a_date`"""
    file: str
    """The file within the package; blank for the package as a whole. Example: `enrollments.csv`"""
    row: int
    """The first row with this problem; the header is row 1; 0 for the file as a whole.

    Example: `17`
    """
    column: str
    """The column; blank for the row as a whole. Example: `beginDate`"""
    value: str
    """What stands there first. Example: `2026-13-01`"""
    reason: str = Field(serialization_alias="message")
    """What is wrong, in a sentence. Example: `This is not a date.`"""
    fix: str
    """What to do, in a sentence. Example: `Write it like 2026-08-17.`"""
    count: int = 1
    """How many places have this problem. Example: `12`"""
    rows: str = Field(default="", serialization_alias="row_ranges")
    """All rows with this problem, as numbers and ranges. Example: `17, 20-31`"""
    examples: tuple[RosterProblemPlaceView, ...] = ()
    """Some of the places: three, or as many as `example_limit` says."""


class RosterChangeView(Representation):
    """How many records of a kind an import adds, changes and removes."""

    kind: str
    """What is counted.

    - `schools`: Schools and offices.
    - `sessions`: Terms and school years.
    - `courses`: Courses.
    - `classes`: Classes.
    - `users`: People, staff and students.
    - `enrollments`: Enrollments of people in classes.
    - `roles`: Roles of people at schools and offices.
    - `students`: Students of a school.
    - `teachers`: Teachers of a school.
    """
    before: int = Field(serialization_alias="before_count")
    """How many there were. Example: `1200`"""
    added: int = Field(serialization_alias="added_count")
    """How many are new. Example: `40`"""
    changed: int = Field(serialization_alias="changed_count")
    """How many stay, with something else in them. Example: `12`"""
    dropped: int = Field(serialization_alias="removed_count")
    """How many go. Example: `3`"""


class RosterSchoolView(Representation):
    """What an import changes at a school."""

    school: str = Field(serialization_alias="school_id")
    """The school's id. Example: `S-104`"""
    name: str = Field(serialization_alias="school_name")
    """The school's name, as the import says it. Example: `Lincoln Elementary`"""
    changes: list[RosterChangeView]
    """What it adds, changes and removes: `classes`, `students`, `teachers` and `enrollments`.
    Kinds without a difference are left out.
    """
