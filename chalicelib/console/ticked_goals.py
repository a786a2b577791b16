"""The students that a person ticked for a class's goal, as the API takes them.

The form carries the students that could be ticked, and the earlier decisions. A change on the sheet
meanwhile is therefore not mistaken for a decision, and a decision about a student who cannot be
ticked now is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .forms import Form

CLOSE = frozenset({"close", "removed"})
"""Parts of preselected students, left in or taken out."""
FAR = frozenset({"far", "added"})
"""Parts of students further below."""


@dataclass(frozen=True, slots=True)
class TickedGoal:
    """The form of a class's goal, as a person sent it."""

    form: Form

    @property
    def version(self) -> str:
        """The version of the goal that the person saw."""
        return self.form.one("version", "0")

    @property
    def ticked(self) -> frozenset[str]:
        """The students that are ticked."""
        return frozenset(self.form.all("student"))

    @property
    def offered(self) -> frozenset[str]:
        """The students that could be ticked."""
        return frozenset((*self.form.all("close"), *self.form.all("far")))

    @property
    def added(self) -> list[str]:
        """The students to take in who are not preselected, or were not when they were taken in."""
        left = self.offered - self.ticked
        before = (each for each in self.form.all("was_added") if each not in left)
        far = (each for each in self.form.all("far") if each in self.ticked)
        return list(dict.fromkeys((*before, *far)))

    @property
    def removed(self) -> list[str]:
        """The students to leave out who are preselected, or were when they were left out."""
        before = (each for each in self.form.all("was_removed") if each not in self.ticked)
        close = (each for each in self.form.all("close") if each not in self.ticked)
        return list(dict.fromkeys((*before, *close)))

    def body(self) -> dict[str, Any]:
        """Return the goal as the API takes it."""
        return {
            "added_student_ids": self.added,
            "removed_student_ids": self.removed,
            "target_date": self.form.one("target_date") or None,
            "measure": self.form.one("measure"),
        }

    def has(self, student: Mapping[str, Any]) -> bool:
        """Return whether a student is in the goal, as the form was sent."""
        named = student["student_id"]
        if named in self.offered and can_tick(student):
            return named in self.ticked
        return bool(student["selected"])


def can_tick(student: Mapping[str, Any]) -> bool:
    """Return whether the teacher decides; a student who meets the level counts anyway."""
    return student["part"] in CLOSE | FAR
