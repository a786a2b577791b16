"""A district and its settings."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, Field

from chalicelib.clock import zones
from chalicelib.frozen_models import FrozenModel
from chalicelib.scales.calculation import Calculation
from chalicelib.scales.scale import FEWEST_LEVELS, MOST_LEVELS, MasteryScale, default_scale


def _check_zone(name: str) -> str:
    if name not in zones():
        msg = "There is no such time zone. Write it like America/Chicago."
        raise ValueError(msg)
    return name


Name = Annotated[str, Field(min_length=1, max_length=200)]
TimeZone = Annotated[str, AfterValidator(_check_zone)]
Locale = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Z][A-Za-z]{1,7})?$")]
Levels = Annotated[int, Field(ge=FEWEST_LEVELS, le=MOST_LEVELS)]
"""How many mastery levels a tracker or an assessment has."""
Percent = Annotated[int, Field(ge=0, le=100)]


class PaperSize(StrEnum):
    """The paper that the district prints on."""

    LETTER = "letter"
    """US Letter, 8.5 by 11 inches."""
    A4 = "a4"
    """A4, 210 by 297 millimeters."""


class ReportDelivery(StrEnum):
    """How administrators get the report of a finished Mastery Process."""

    LINK = "link"
    """The email has a link, which needs sign-in."""
    ATTACHED = "attached"
    """The email has the report itself; a link where it is too large for an email."""


class District(FrozenModel):
    """The tenant and its settings."""

    id: str
    name: Name
    time_zone: str
    locale: Locale = "en-US"
    mastery_levels: Levels = 3
    """The number of levels of a new tracker or assessment that sets no other."""
    mastery_scales: dict[Levels, MasteryScale] = Field(default_factory=dict)
    """The district's own scales by number of levels; ours hold for the others."""
    calculation: Calculation = Calculation()
    """How trackers that set nothing make one mastery of several results."""
    roster_drop_threshold: Percent = 10
    """Percent of a kind that a roster import may drop without an admin's confirmation."""
    roster_join_by_sign_in_name: bool = False
    """Whether records with one sign-in name and the same name are one person."""
    notify_teachers: bool = True
    """Whether a new distribution's notification box is ticked."""
    paper: PaperSize = PaperSize.LETTER
    """Of reports and printouts."""
    report_delivery: ReportDelivery = ReportDelivery.LINK
    version: int = 0

    def scale(self, levels: int) -> MasteryScale:
        """Return the mastery scale of a number of levels."""
        return self.mastery_scales.get(levels) or default_scale(levels)

    def scales(self) -> dict[int, MasteryScale]:
        """Return the scales of every number of levels."""
        return {levels: self.scale(levels) for levels in range(FEWEST_LEVELS, MOST_LEVELS + 1)}

    def apply_changes(self, changes: dict[str, Any]) -> District:
        """Return the settings with some changed, a version on; a scale of None is ours again."""
        scales = self.mastery_scales | changes.get("mastery_scales", {})
        own = {levels: scale for levels, scale in scales.items() if scale is not None}
        return self.model_copy(
            update={**changes, "mastery_scales": own, "version": self.version + 1}
        )
