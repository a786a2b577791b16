"""The rights that the roles of the roster give people, for menus and buttons: data.

A right is about kinds of things. Each particular thing states itself what somebody may do with it
(`allowed`), and every request is checked again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType

from chalicelib.acts import Role


class Right(StrEnum):
    """A person's rights in the district; the values are names of operations."""

    CHANGE_DISTRICT = "change_district"
    """Change the settings."""
    IMPORT_ROSTER = "create_roster_import"
    """Import the roster, or bring an earlier one back."""
    IMPORT_STANDARDS = "create_standards_import"
    """Import standards."""
    INVITE = "invite_person"
    """Send people their first password."""
    APPROVE = "set_assessment_approval"
    """Set the badge District approved."""
    DISTRIBUTE = "create_distribution"
    """Distribute assessments of one's own to trackers of the district."""
    MAKE_TRACKERS_FOR_COURSES = "create_tracker_batch"
    """Make trackers for all classes of courses."""
    SEE_DISTRIBUTIONS = "list_distributions"
    """See distributions and their results: the district's, or one's schools' part."""
    MAKE_TEAMS = "create_team"
    """Make data teams of one's schools, or of the district."""
    AUTHOR = "create_assessment"
    """Make assessments."""
    MAKE_TRACKERS = "create_tracker"
    """Make trackers for one's own classes."""
    ENTER_RESULTS = "change_sheet"
    """Enter results of one's own classes."""
    ACTIVATE = "create_activation"
    """Activate a data team's test for a class."""
    START_PROCESSES = "create_process"
    """Begin Mastery Processes, as the leader of a data team."""


_ADMINS = (Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN)
_DISTRICT = (Role.DISTRICT_ADMIN,)
_TEACHERS = (Role.TEACHER,)

RIGHTS: Mapping[Right, tuple[Role, ...]] = MappingProxyType(
    {
        Right.CHANGE_DISTRICT: _DISTRICT,
        Right.IMPORT_ROSTER: _DISTRICT,
        Right.IMPORT_STANDARDS: _DISTRICT,
        Right.INVITE: _DISTRICT,
        Right.APPROVE: _DISTRICT,
        Right.DISTRIBUTE: _DISTRICT,
        Right.MAKE_TRACKERS_FOR_COURSES: _DISTRICT,
        Right.SEE_DISTRIBUTIONS: _ADMINS,
        Right.MAKE_TEAMS: _ADMINS,
        Right.AUTHOR: (Role.TEACHER, Role.DISTRICT_ADMIN),
        Right.MAKE_TRACKERS: _TEACHERS,
        Right.ENTER_RESULTS: _TEACHERS,
        Right.ACTIVATE: _TEACHERS,
    }
)
"""Which roles have which right; each is what the operation's policy says."""


def rights_of(roles: Iterable[Role], *, leads: bool) -> tuple[Right, ...]:
    """Name the rights of somebody with these roles, who leads a data team or not.

    >>> [right.value for right in rights_of([Role.SCHOOL_ADMIN], leads=False)]
    ['list_distributions', 'create_team']
    """
    held = frozenset(roles)
    own = tuple(right for right, needed in RIGHTS.items() if not held.isdisjoint(needed))
    return (*own, Right.START_PROCESSES) if leads else own
