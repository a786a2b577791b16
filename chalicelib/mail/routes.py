"""HTTP for people's choice whether to get email."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from chalicelib.web.policy import STAFF
from chalicelib.web.representation import Body, Representation, Version
from chalicelib.web.routes import Request, Routes

from .model import MailChoice

if TYPE_CHECKING:
    from .wiring import MailWiring

routes = Routes("E-mail")


class EmailPreferenceView(Representation):
    """Whether a person wants email."""

    id: str
    """The person's id in the roster. Example: `T-311`"""
    wanted: bool = Field(serialization_alias="subscribed")
    """Whether the person wants notification emails."""
    blocked: bool
    """Whether email is stopped because the address did not work or the person complained."""
    version: Version


class NewEmailPreference(Body):
    """The choice. Choosing email also lifts the block of the address."""

    wanted: bool = Field(validation_alias="subscribed")
    """Whether notification emails are sent. Choosing true also lifts the block of the address."""


@routes.get(
    "/v1/people/{person_id}/email-preference",
    policy=STAFF,
    answer=EmailPreferenceView,
    summary="See whether a person wants email",
)
def read_email_preference(request: Request[MailWiring], person_id: str) -> MailChoice:
    return request.services.mail_choices.read(request.caller, person_id)


@routes.put(
    "/v1/people/{person_id}/email-preference",
    policy=STAFF,
    body=NewEmailPreference,
    answer=EmailPreferenceView,
    summary="Choose whether to get email",
)
def set_email_preference(request: Request[MailWiring], person_id: str) -> MailChoice:
    wanted: bool = request.body.wanted
    return request.services.mail_choices.choose(
        request.act, person_id, request.version, wanted=wanted
    )
