"""How the difference that an import makes looks in an answer."""

from __future__ import annotations

from pydantic import Field

from chalicelib.web.representation import Representation


class RosterChangeView(Representation):
    """How many records of a kind an import adds, changes and removes."""

    kind: str
    """The things that are counted.

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
    """The changes that an import makes at a school."""

    school: str = Field(serialization_alias="school_id")
    """The school's id. Example: `S-104`"""
    name: str = Field(serialization_alias="school_name")
    """The school's name, as the import says it. Example: `Lincoln Elementary`"""
    changes: list[RosterChangeView]
    """The records that it adds, changes and removes: `classes`, `students`, `teachers` and
    `enrollments`. Kinds without a difference are left out.
    """
