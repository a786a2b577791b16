"""HTTP for receipts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from chalicelib.distribution.receipts import MailedReceipt, ReceiptFilter
from chalicelib.mail.model import MailState
from chalicelib.mail.skip_reasons import explain
from chalicelib.paging import Page
from chalicelib.web.id_names import NO_LINKS, LinksTo, NameOf, SchoolName
from chalicelib.web.policy import ADMINS
from chalicelib.web.representation import Body, Representation
from chalicelib.web.routes import Request, Routes

if TYPE_CHECKING:
    from chalicelib.distribution.wiring import DistributionWiring

routes = Routes("Distribution")


class ReceiptView(Representation):
    """The outcome for one tracker."""

    tracker: str = Field(serialization_alias="tracker_id")
    """The tracker's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    title: str
    """The tracker's title. Example: `Math 3, period 2`"""
    school: str = Field(serialization_alias="school_id")
    """The school's id in the roster. Example: `S-104`"""
    school_name: SchoolName = None
    owner: str = Field(serialization_alias="owner_id")
    """The id of the teacher whose tracker it is. Example: `T-311`"""
    owner_name: Annotated[str | None, NameOf("person", "owner_id")] = None
    """The name of the tracker's owner; null if it is not known."""
    status: Literal["pending", "delivered", "skipped", "failed", "canceled"] = Field(
        serialization_alias="state"
    )
    """The outcome.

    - `pending`: It waits for its turn.
    - `delivered`: It has the assessment.
    - `skipped`: It no longer matched; `reason` says why.
    - `failed`: It could not be reached; `reason` says why.
    - `canceled`: The distribution was canceled.
    """
    reason: str
    """Why it was skipped or failed, or what is special about its delivery.

    - `""`: There is nothing to say.
    - `missing_standards`: It does not track every standard of the assessment.
    - `other_set`: It was made with another standards set.
    - `other_scale`: It has another number of mastery levels.
    - `archived`: It is archived.
    - `class_past`: The terms of its class are over.
    - `gone`: It no longer exists.
    - `already_there`: It had the assessment already.
    - `recalled_there`: It has the assessment from a distribution that was recalled.
    - `brought_back`: A teacher had taken the assessment out. It is back, with its results.
    - `full`: It cannot hold another assessment.
    - `unstorable`: It could not be saved.
    - `unreachable`: It could not be reached in time.
    """
    explanation: str = Field(serialization_alias="message")
    """The same in a sentence; blank when there is nothing to say.

    Example: `This tracker is archived.`
    """
    recalled: bool
    """Whether the distribution was recalled, so that the tracker holds it and does not show it."""
    email: MailState | None = Field(serialization_alias="email_state")
    """Where the email to this teacher stands; null where there is none, or none yet. There is one
    email for all of a teacher's trackers.
    """
    email_reason: str
    """The reason why it was not sent or did not arrive; blank if it arrived. Example:
    `not_wanted`
    """
    email_text: str = Field(serialization_alias="email_message")
    """The same in a sentence; blank without an email.

    Example: `It was not sent. They chose not to get email.`
    """
    links: Annotated[dict[str, str], LinksTo.of(tracker="/v1/trackers/{tracker_id}")] = NO_LINKS
    """Where to go on: the tracker."""

    @classmethod
    def of(cls, subject: MailedReceipt) -> ReceiptView:
        state, reason = subject.email or ("", "")
        email = MailState(state) if state else None
        return cls.take(
            subject.receipt,
            email=email,
            email_reason=reason,
            email_text=explain(email, reason) if email else "",
        )


class ReceiptQuery(Body):
    """Which receipts."""

    school: str = Field(default="", validation_alias="school_id")
    """Only receipts of this school's trackers, by its id. Example: `S-104`"""
    status: Literal["", "pending", "delivered", "skipped", "failed", "canceled"] = Field(
        default="", validation_alias="state"
    )
    """Only receipts in this state.

    - `""`: All of them.
    - `pending`: Those that wait for their turn.
    - `delivered`: Those that have the assessment.
    - `skipped`: Those that no longer matched.
    - `failed`: Those that could not be reached.
    - `canceled`: Those that were canceled.
    """


@routes.get(
    "/v1/distributions/{distribution_id}/receipts",
    policy=ADMINS,
    query=ReceiptQuery,
    answer=ReceiptView,
    listed=True,
    summary="List what became of every tracker, or of those of your schools",
)
def list_receipts(
    request: Request[DistributionWiring], distribution_id: str
) -> Page[MailedReceipt]:
    """List receipts, filtered by school and status.

    One line per tracker: delivered, or why not, and where the email to its teacher stands.
    """
    wanted = request.query or ReceiptQuery()
    return request.services.distributions.receipts(
        request.caller,
        distribution_id,
        ReceiptFilter(wanted.school, wanted.status),
        *request.window,
    )
