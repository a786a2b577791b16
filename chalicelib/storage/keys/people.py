"""The district, who signs in, and the roster."""

from __future__ import annotations

from .shape import Key, join


def district(district: str) -> Key:
    """Return the district's settings.

    >>> district("gb")
    Key(pk='gb#DISTRICT', sk='DISTRICT')
    """
    return Key(join(district, "DISTRICT"), "DISTRICT")


def sign_in(district: str, username: str) -> Key:
    """Return the link from a sign-in name to a person.

    >>> sign_in("gb", "Ada@example.org")
    Key(pk='gb#SIGNIN#ada@example.org', sk='SIGNIN')
    """
    return Key(join(district, "SIGNIN", username.lower()), "SIGNIN")


def operator(district: str, username: str) -> Key:
    """Return the operators' own entry for a sign-in name.

    >>> operator("gb", "it@example.org")
    Key(pk='gb#OPERATOR#it@example.org', sk='OPERATOR')
    """
    return Key(join(district, "OPERATOR", username.lower()), "OPERATOR")


def account(district: str, username: str) -> Key:
    """Return whose account of the user pool a sign-in name is; all of them lie together.

    >>> account("gb", "Ada@example.org")
    Key(pk='gb#ACCOUNTS', sk='ACCOUNT#ada@example.org')
    """
    return Key(join(district, "ACCOUNTS"), join("ACCOUNT", username.lower()))


def accounts_state(district: str) -> Key:
    """Return the work that remains for the accounts as a whole.

    >>> accounts_state("gb")
    Key(pk='gb#ACCOUNTS', sk='STATE')
    """
    return Key(join(district, "ACCOUNTS"), "STATE")


def roster(district: str) -> Key:
    """Return the pointer to the import whose state is in force, and to the one being applied.

    >>> roster("gb")
    Key(pk='gb#ROSTER', sk='ROSTER')
    """
    return Key(join(district, "ROSTER"), "ROSTER")


def roster_import(district: str, roster_import: str) -> Key:
    """Return a roster import; all of them sort together by time of making.

    >>> roster_import("gb", "01J")
    Key(pk='gb#IMPORTS', sk='IMPORT#01J')
    """
    return Key(join(district, "IMPORTS"), join("IMPORT", roster_import))


def school(district: str, school: str) -> Key:
    """Return a school (or the district's office); all of them lie together.

    >>> school("gb", "org-1")
    Key(pk='gb#SCHOOLS', sk='SCHOOL#org-1')
    """
    return Key(join(district, "SCHOOLS"), join("SCHOOL", school))


def course(district: str, course: str) -> Key:
    """Return a course; its classes lie behind it.

    >>> course("gb", "crs-1")
    Key(pk='gb#COURSE#crs-1', sk='COURSE')
    """
    return Key(join(district, "COURSE", course), "COURSE")


def class_of_course(district: str, course: str, school_class: str) -> Key:
    """Return a class's row in its course's list.

    >>> class_of_course("gb", "crs-1", "cls-1")
    Key(pk='gb#COURSE#crs-1', sk='ROW#cls-1')
    """
    return Key(join(district, "COURSE", course), join("ROW", school_class))


def courses(district: str) -> str:
    """Return the index partition of all courses, by school and title.

    >>> courses("gb")
    'gb#COURSES'
    """
    return join(district, "COURSES")


def person(district: str, person: str) -> Key:
    """Return a person; the classes they teach lie behind.

    >>> person("gb", "usr-1")
    Key(pk='gb#PERSON#usr-1', sk='PERSON')
    """
    return Key(join(district, "PERSON", person), "PERSON")


def class_of_teacher(district: str, person: str, school_class: str) -> Key:
    """Return a class's row in its teacher's list.

    >>> class_of_teacher("gb", "usr-1", "cls-1")
    Key(pk='gb#PERSON#usr-1', sk='ROW#cls-1')
    """
    return Key(join(district, "PERSON", person), join("ROW", school_class))


def staff(district: str) -> str:
    """Return the index partition of the district's staff, by family name.

    >>> staff("gb")
    'gb#STAFF'
    """
    return join(district, "STAFF")


def school_class(district: str, school_class: str) -> Key:
    """Return a class with its teachers and students.

    >>> school_class("gb", "cls-1")
    Key(pk='gb#CLASS#cls-1', sk='CLASS')
    """
    return Key(join(district, "CLASS", school_class), "CLASS")


def classes_of_school(district: str, school: str) -> str:
    """Return the index partition of a school's classes, by title.

    >>> classes_of_school("gb", "org-1")
    'gb#CLASSES#org-1'
    """
    return join(district, "CLASSES", school)
