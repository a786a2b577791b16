"""HTTP for distributing: distribute, change, cancel, retry, receipts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import Field

from chalicelib.paging import Page
from chalicelib.web.id_names import NamedSchoolView
from chalicelib.web.policy import ADMINS, DISTRICT_ADMINS
from chalicelib.web.routes import Request, Routes

from .listing import DistributionFilter
from .model import Distribution
from .views import (
    DistributionChanges,
    DistributionRowView,
    DistributionView,
    NewDistribution,
    distribution_facts,
)

if TYPE_CHECKING:
    from .wiring import DistributionWiring

routes = Routes("Distribution")


class SchoolProgressView(NamedSchoolView):
    """How far one school is."""

    total: int
    """How many of the school's trackers are in it. Example: `12`"""
    delivered: int
    """How many have it. Example: `10`"""
    skipped: int
    """How many no longer matched. Example: `1`"""
    failed: int
    """How many could not be reached. Example: `0`"""
    pending: int
    """How many wait for their turn. Example: `1`"""
    cancelled: int = Field(serialization_alias="canceled")
    """How many were canceled with it. Example: `0`"""


class DistributionProgressView(DistributionView):
    """A distribution with every school's progress, and how many emails stand where."""

    schools: list[SchoolProgressView]
    """How far each school is."""

    @classmethod
    def of(cls, subject: Any) -> DistributionProgressView:
        """Render a distribution with its schools."""
        made, schools, names = subject.made, subject.schools, subject.names
        rows = [
            SchoolProgressView.take(each, name=names.get(each.school, each.school))
            for each in schools
        ]
        return cls.model_validate({**distribution_facts(made), "schools": rows})


@routes.post(
    "/v1/distributions",
    policy=DISTRICT_ADMINS,
    body=NewDistribution,
    answer=DistributionView,
    status=202,
    location="/v1/jobs/distribution.{id}",
    summary="Distribute an assessment, now or on schedule",
)
def create_distribution(request: Request[DistributionWiring]) -> Distribution:
    """Save a distribution.

    Every matching tracker gets the assessment exactly once, within a minute of the set time.
    Trackers are matched again at delivery. The job at `links.job` says how far it is.
    """
    return request.services.distributions.distribute(request.act, request.body.build_request())


@routes.get(
    "/v1/distributions",
    policy=ADMINS,
    query=DistributionFilter,
    answer=DistributionRowView,
    listed=True,
    summary="List distributions, or (school administrators) those that reached your schools",
)
def list_distributions(request: Request[DistributionWiring]) -> Page[Distribution]:
    return request.services.distributions.listing(request.caller, *request.window, request.query)


@routes.get(
    "/v1/distributions/{distribution_id}",
    policy=ADMINS,
    answer=DistributionProgressView,
    summary="Read a distribution with every school's progress, or with that of your schools",
)
def read_distribution(request: Request[DistributionWiring], distribution_id: str) -> Any:
    return request.services.distributions.look(request.caller, distribution_id)


@routes.patch(
    "/v1/distributions/{distribution_id}",
    policy=DISTRICT_ADMINS,
    body=DistributionChanges,
    answer=DistributionView,
    summary="Change a scheduled distribution",
)
def change_distribution(request: Request[DistributionWiring], distribution_id: str) -> Distribution:
    """Change trackers, time or notification until it starts.

    Until it starts, everything can change. After delivery only the last days can.
    """
    changes: DistributionChanges = request.body
    return request.services.distributions.change(
        request.act, distribution_id, request.version, changes.changes()
    )


@routes.post(
    "/v1/distributions/{distribution_id}/cancellation",
    policy=DISTRICT_ADMINS,
    answer=DistributionView,
    status=200,
    conditional=True,
    summary="Cancel a scheduled distribution",
)
def cancel_distribution(request: Request[DistributionWiring], distribution_id: str) -> Distribution:
    return request.services.distributions.cancel(request.act, distribution_id, request.version)


@routes.post(
    "/v1/distributions/{distribution_id}/retry",
    policy=DISTRICT_ADMINS,
    answer=DistributionView,
    status=202,
    location="/v1/jobs/distribution.{id}",
    conditional=True,
    summary="Deliver again to the trackers that failed",
)
def retry_distribution(request: Request[DistributionWiring], distribution_id: str) -> Distribution:
    return request.services.distributions.retry(request.act, distribution_id, request.version)
