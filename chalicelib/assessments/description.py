"""The subject and grades of an assessment: its author's, or those of its standards set."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from .model import AssessmentHeader, SetAbout

if TYPE_CHECKING:
    from chalicelib.standards.model import SetLabel

ReadLabels = Callable[[Collection[str]], Mapping[str, "SetLabel"]]
"""Says of what these standards sets are, those that there are."""


def about(label: SetLabel) -> SetAbout:
    """Return what an assessment with this standards set is about."""
    return SetAbout(subject=label.subject, grades=label.grades)


def describe(headers: Iterable[AssessmentHeader], read: ReadLabels) -> list[AssessmentHeader]:
    """Return headers that know what their sets are of.

    A header keeps that since release 0.4, from when its items were set; the sets of others are
    read, each once.
    """
    known = list(headers)
    lacking = {header.set_id for header in known if header.undescribed}
    sets = read(lacking) if lacking else {}
    return [
        header.model_copy(update={"of_set": about(sets[header.set_id])})
        if header.undescribed and header.set_id in sets
        else header
        for header in known
    ]
