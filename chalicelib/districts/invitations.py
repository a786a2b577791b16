"""Letting people of the roster into the user pool.

The pool only knows who somebody is; what they may do stays with the roster. Whoever signs in by
a school's own identity provider needs no invitation.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from chalicelib.errors import Conflict, Unavailable

if TYPE_CHECKING:
    from chalicelib.acts import Act
    from chalicelib.storage.table import Table


class Invitee(Protocol):
    """What an invitation needs of a person."""

    @property
    def id(self) -> str:
        """Who it is."""
        ...

    @property
    def username(self) -> str:
        """The sign-in name."""
        ...

    @property
    def email(self) -> str:
        """Where the first password goes."""
        ...

    @property
    def enabled(self) -> bool:
        """Whether the roster lets them in."""
        ...

    @property
    def is_staff(self) -> bool:
        """Whether this person may sign in at all."""
        ...


@dataclass(frozen=True, slots=True)
class Invitation:
    """A person was sent a first password; `again` if it was not the first time."""

    id: str
    username: str
    again: bool


class Invitations:
    """Accounts in the user pool."""

    def __init__(
        self,
        client: Callable[[], Any],
        pool: str,
        person: Callable[[str, str], Invitee],
        table: Table,
    ) -> None:
        """Make accounts in this pool for whom `person` (district, id) finds."""
        self._client = client
        self._pool = pool
        self._person = person
        self._table = table

    def invite(self, act: Act, person: str) -> Invitation:
        """Have the pool send a person their first password.

        Raises `NotFound`, or `Conflict` for somebody who may not sign in or already does.
        """
        if act.key:
            self._table.answer_again(act)  # a repeat must not send another password
        found = self._person(act.district, person)
        _check(found)
        invitation = Invitation(found.id, found.username, self._send(found))
        self._table.commit([], act=act, subject=invitation)
        return invitation

    def _send(self, person: Invitee) -> bool:
        """Make the account, or send its password again while it was never used."""
        from botocore.exceptions import BotoCoreError, ClientError

        try:
            if self._made(person):
                return False
            self._again(person)
        except (BotoCoreError, ClientError) as error:
            raise Unavailable(
                "sign_in_service_busy",
                "The sign-in service did not answer. Please invite this person again in a minute.",
            ) from error
        return True

    def _made(self, person: Invitee) -> bool:
        client = self._client()
        try:
            client.admin_create_user(
                UserPoolId=self._pool,
                Username=person.username,
                UserAttributes=[
                    {"Name": "email", "Value": person.email},
                    {"Name": "email_verified", "Value": "true"},
                ],
                DesiredDeliveryMediums=["EMAIL"],
            )
        except client.exceptions.UsernameExistsException:
            return False
        return True

    def _again(self, person: Invitee) -> None:
        client = self._client()
        known = client.admin_get_user(UserPoolId=self._pool, Username=person.username)
        if known["UserStatus"] != "FORCE_CHANGE_PASSWORD":
            raise Conflict(
                "already_signs_in",
                "This person has signed in before. If the password is lost, it can be reset on "
                "the sign-in page.",
            )
        client.admin_create_user(
            UserPoolId=self._pool,
            Username=person.username,
            MessageAction="RESEND",
            DesiredDeliveryMediums=["EMAIL"],
        )


def _check(person: Invitee) -> None:
    if not person.is_staff or not person.enabled:
        raise Conflict(
            "cannot_sign_in",
            "This person is not staff, or is switched off in the roster, and cannot sign in. "
            "Correct the roster first.",
        )
    if not person.email:
        raise Conflict(
            "no_address",
            "The roster has no e-mail address for this person. Add one and import it first.",
        )
