"""HTTP for what follows a delivery: recall, restore, further trackers, emails."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, Field

from chalicelib.distribution.model import Distribution
from chalicelib.distribution.service import MailCounts
from chalicelib.distribution.views import DistributionView, SelectionBody
from chalicelib.web.policy import DISTRICT_ADMINS
from chalicelib.web.representation import Body, Representation
from chalicelib.web.routes import Request, Routes

from .additions import Added

if TYPE_CHECKING:
    from chalicelib.distribution.wiring import DistributionWiring

routes = Routes("Distribution")


def _on_one_line(given: str) -> str:
    from chalicelib.rendering import one_line

    return one_line(given)


class NewRecall(Body):
    """Why it is recalled, for the district's own administrators; not about a student."""

    reason: Annotated[str, Field(max_length=500), AfterValidator(_on_one_line)] = Field(
        default="", validation_alias="comment"
    )
    """Why it is recalled, for the district's administrators. Write nothing about a student.

    Example: `Item 7 is misprinted.`
    """


class NewAddition(Body):
    """Which trackers, schools or the whole district to add; what is in it already is left out."""

    selection: SelectionBody
    """The additions. Trackers that are in the distribution already are left out."""


class AdditionView(DistributionView):
    """A distribution with trackers on their way into it."""

    added: int = Field(serialization_alias="added_count")
    """How many trackers were added. Example: `12`"""
    left_out: int = Field(serialization_alias="left_out_count")
    """How many ticked trackers are in the distribution already. Example: `3`"""

    @classmethod
    def of(cls, subject: Any) -> AdditionView:
        """Render a distribution with what was added."""
        shown = DistributionView.of(subject.made).model_dump()
        return cls(**shown, added=subject.added, left_out=subject.left_out)


class EmailCountsView(Representation):
    """How many of a distribution's emails are in each state."""

    states: dict[str, int] = Field(serialization_alias="counts")
    """How many emails are in each state.

    - `queued`: They wait to be sent.
    - `sending`: They are being sent.
    - `sent`: The mail service took them.
    - `delivered`: They reached the person's mail server.
    - `bounced`: The address did not work.
    - `complained`: The person called the mail unwanted.
    - `failed`: They could not be sent.
    - `skipped`: The person does not want such emails, or has no address.
    """
    written: int = Field(serialization_alias="written_count")
    """How many emails are written. Example: `38`"""
    meant: int | None = Field(serialization_alias="expected_count")
    """How many there will be; null until the distribution is delivered. Example: `40`"""


@routes.post(
    "/v1/distributions/{distribution_id}/recall",
    policy=DISTRICT_ADMINS,
    body=NewRecall,
    answer=DistributionView,
    status=200,
    conditional=True,
    summary="Recall a distribution: hidden everywhere, scores kept",
)
def recall_distribution(request: Request[DistributionWiring], distribution_id: str) -> Distribution:
    """Take it out of sight and out of mastery.

    It disappears from trackers and from mastery, and scores are kept. Restoring it brings
    everything back.
    """
    return request.services.recalls.recall(
        request.act, distribution_id, request.version, request.body.reason
    )


@routes.post(
    "/v1/distributions/{distribution_id}/restoration",
    policy=DISTRICT_ADMINS,
    answer=DistributionView,
    status=200,
    conditional=True,
    summary="Restore a recalled distribution with all its scores",
)
def restore_distribution(
    request: Request[DistributionWiring], distribution_id: str
) -> Distribution:
    return request.services.recalls.restore(request.act, distribution_id, request.version)


@routes.post(
    "/v1/distributions/{distribution_id}/additions",
    policy=DISTRICT_ADMINS,
    body=NewAddition,
    answer=AdditionView,
    status=202,
    location="/v1/jobs/distribution.{id}",
    conditional=True,
    summary="Deliver to further trackers",
)
def add_distribution_trackers(request: Request[DistributionWiring], distribution_id: str) -> Added:
    """Deliver to matching trackers that are not in it yet."""
    return request.services.additions.add(
        request.act, distribution_id, request.version, request.body.selection.selection()
    )


@routes.get(
    "/v1/distributions/{distribution_id}/emails",
    policy=DISTRICT_ADMINS,
    answer=EmailCountsView,
    summary="Count a distribution's emails by state",
)
def read_distribution_email_counts(
    request: Request[DistributionWiring], distribution_id: str
) -> MailCounts:
    return request.services.distributions.mails(request.caller, distribution_id)
