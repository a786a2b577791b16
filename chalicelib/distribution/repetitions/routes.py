"""HTTP for repeating a distribution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from chalicelib.days import Day
from chalicelib.distribution.drafts import Repetition
from chalicelib.distribution.targeting.views import DistributionPreviewView
from chalicelib.distribution.views import (
    DistributionView,
    NewStart,
    OpensProcessBody,
    SelectionBody,
)
from chalicelib.web.policy import DISTRICT_ADMINS
from chalicelib.web.representation import Body, Reference
from chalicelib.web.routes import Request, Routes

if TYPE_CHECKING:
    from chalicelib.distribution.model import Distribution
    from chalicelib.distribution.targeting.previews import DistributionPreview
    from chalicelib.distribution.wiring import DistributionWiring

routes = Routes("Distribution")


class DistributionRepetition(Body):
    """The differences of a distribution that repeats another; leave out what stays the same.

    Its days are new: without `automatic_end_date` and `give_until_date` it has none. Trackers that
    already have the assessment are left out. To send another assessment to the same selection,
    name it.
    """

    start: NewStart = NewStart()
    """The start of the new one; by default at once."""
    assessment_id: Reference | None = None
    """Another assessment than the former one's, by its id.

    Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`
    """
    selection: SelectionBody | None = None
    """Other trackers than the former one's."""
    notify: bool | None = None
    """Whether teachers get an email upon delivery; by default as in the former one."""
    automatic_until: Day | None = Field(default=None, validation_alias="automatic_end_date")
    """The last day in the district on which new matching trackers receive it automatically.

    Example: `2026-10-30`
    """
    give_until: Day | None = Field(default=None, validation_alias="give_until_date")
    """The last day in the district for classes to get it. Example: `2026-10-02`"""
    opens_process: OpensProcessBody | None = None
    """A Mastery Process that it opens in data teams; null for none; by default as in the former
    one.
    """

    def build_repetition(self) -> Repetition:
        """Return it as the domain's."""
        opens = self.opens_process.opening() if self.opens_process else None
        return Repetition(
            start=self.start,
            assessment=self.assessment_id,
            selection=self.selection.selection() if self.selection else None,
            notify=self.notify,
            automatic=self.automatic_until,
            give_until=self.give_until,
            opens_process=(opens,) if "opens_process" in self.model_fields_set else None,
        )


@routes.post(
    "/v1/distributions/{distribution_id}/repetitions",
    policy=DISTRICT_ADMINS,
    body=DistributionRepetition,
    answer=DistributionView,
    status=202,
    location="/v1/jobs/distribution.{id}",
    summary="Distribute again, with the settings and the selection of a distribution",
)
def create_distribution_repetition(
    request: Request[DistributionWiring], distribution_id: str
) -> Distribution:
    asked: DistributionRepetition = request.body
    return request.services.distributions.repeat(
        request.act, distribution_id, asked.build_repetition()
    )


@routes.post(
    "/v1/distributions/{distribution_id}/repetitions/preview",
    policy=DISTRICT_ADMINS,
    body=DistributionRepetition,
    answer=DistributionPreviewView,
    status=200,
    only_reads=True,
    summary="See what repeating a distribution would do, without doing it",
)
def preview_distribution_repetition(
    request: Request[DistributionWiring], distribution_id: str
) -> DistributionPreview:
    asked: DistributionRepetition = request.body
    return request.services.previews.of_repetition(
        request.act, distribution_id, asked.build_repetition()
    )
