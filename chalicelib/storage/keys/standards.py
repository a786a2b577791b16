"""Frameworks and standards sets."""

from __future__ import annotations

from .shape import Key, join


def framework(district: str, framework: str) -> Key:
    """Return a framework's record, beside the list of all sets.

    >>> framework("gb", "fw-1")
    Key(pk='gb#STANDARDS', sk='FRAMEWORK#fw-1')
    """
    return Key(join(district, "STANDARDS"), join("FRAMEWORK", framework))


def standards_summary(district: str, set_id: str) -> Key:
    """Return a standards set's line in the list of all sets; its id begins with its framework's.

    >>> standards_summary("gb", "fw-1.mathematics.3")
    Key(pk='gb#STANDARDS', sk='SET#fw-1.mathematics.3')
    """
    return Key(join(district, "STANDARDS"), join("SET", set_id))


def standards_lock(district: str, framework: str) -> Key:
    """Return the lock that lets one import at a time into a framework.

    >>> standards_lock("gb", "fw-1")
    Key(pk='gb#STANDARDS', sk='LOCK#fw-1')
    """
    return Key(join(district, "STANDARDS"), join("LOCK", framework))


def standards_set(district: str, set_id: str) -> Key:
    """Return a standards set's positions and codes.

    >>> standards_set("gb", "fw-1.mathematics.3")
    Key(pk='gb#STANDARDSSET#fw-1.mathematics.3', sk='HEAD')
    """
    return Key(join(district, "STANDARDSSET", set_id), "HEAD")


def standards_rows(district: str, set_id: str, part: int) -> Key:
    """Return a part of a standards set's rows; one query brings the set with all of them.

    >>> standards_rows("gb", "fw-1.mathematics.3", 0)
    Key(pk='gb#STANDARDSSET#fw-1.mathematics.3', sk='ROWS#000')
    """
    return Key(join(district, "STANDARDSSET", set_id), join("ROWS", f"{part:03}"))


def standards_import(district: str, name: str) -> Key:
    """Return an import of standards.

    >>> standards_import("gb", "01J")
    Key(pk='gb#STANDARDSIMPORT#01J', sk='IMPORT')
    """
    return Key(join(district, "STANDARDSIMPORT", name), "IMPORT")


def standards_imports(district: str) -> str:
    """Return the index partition of all imports of standards, by time of making.

    >>> standards_imports("gb")
    'gb#STANDARDSIMPORTS'
    """
    return join(district, "STANDARDSIMPORTS")
