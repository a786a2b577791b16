"""By which rules the figures of a process are computed: an open one by the latest.

A locked process keeps the rules by which its report was made, so that no later release changes one
of its numbers.
"""

from __future__ import annotations

from enum import IntEnum


class Edition(IntEnum):
    """Rules of a release; the number is stored with a process when it is finished."""

    BY_CLASS = 1
    """Release 0.3.0: both tests count only in one class, and a goal only where a teacher set it.

    A student tested in none of several classes counts in the first, whatever their status there.
    """
    BY_TEAM = 2
    """Both tests count wherever the team gave them; a goal nobody set is as preselected."""

    @property
    def across_classes(self) -> bool:
        """Return whether a student's two tests can be in different classes."""
        return self >= Edition.BY_TEAM

    @property
    def ranks_untested(self) -> bool:
        """Return whether who was tested in no class counts where most was found out about them."""
        return self >= Edition.BY_TEAM

    @property
    def preselects(self) -> bool:
        """Return whether a goal that no teacher has confirmed counts."""
        return self >= Edition.BY_TEAM


LATEST = Edition.BY_TEAM
