"""The one door to the user pool: its accounts, by sign-in name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from chalicelib.districts.refusals import SIGN_IN_SERVICE_BUSY

from .model import PoolUser


class UserPool:
    """Accounts of the staff. Every call raises `Unavailable` when the pool does not answer."""

    def __init__(self, client: Callable[[], Any], pool: str) -> None:
        """Use this pool; the client is made when it is first needed."""
        self._client = client
        self._pool = pool

    def find(self, username: str) -> PoolUser | None:
        """Look an account up."""
        client = self._client()
        with _answering():
            try:
                known = client.admin_get_user(UserPoolId=self._pool, Username=username)
            except client.exceptions.UserNotFoundException:
                return None
        return _user(known, known["UserAttributes"])

    def create(self, username: str, email: str) -> PoolUser | None:
        """Make an account and have its first password mailed; nothing when there is one."""
        client = self._client()
        with _answering():
            try:
                made = client.admin_create_user(
                    UserPoolId=self._pool,
                    Username=username,
                    UserAttributes=[
                        {"Name": "email", "Value": email},
                        {"Name": "email_verified", "Value": "true"},
                    ],
                    DesiredDeliveryMediums=["EMAIL"],
                )["User"]
            except client.exceptions.UsernameExistsException:
                return None
        return _user(made, made["Attributes"])

    def mail_again(self, username: str) -> PoolUser:
        """Have another first password mailed."""
        with _answering():
            there = self._client().admin_create_user(
                UserPoolId=self._pool,
                Username=username,
                MessageAction="RESEND",
                DesiredDeliveryMediums=["EMAIL"],
            )["User"]
        return _user(there, there["Attributes"])

    def remove(self, username: str) -> None:
        """Remove an account: its passwords, devices and sessions open nothing from here on."""
        self._of_account("admin_delete_user", username)

    def disable(self, username: str) -> None:
        """Let nobody sign in with it, and end its sessions."""
        self._of_account("admin_disable_user", username)

    def enable(self, username: str) -> None:
        """Let its holder sign in again."""
        self._of_account("admin_enable_user", username)

    def end_sessions(self, username: str) -> None:
        """End its sessions, so that none of them gets new tokens."""
        self._of_account("admin_user_global_sign_out", username)

    def pages(self) -> Iterator[list[PoolUser]]:
        """Yield every account, sixty at a time."""
        asked: dict[str, Any] = {"UserPoolId": self._pool}
        while True:
            with _answering():
                answer = self._client().list_users(**asked)
            yield [_user(each, each["Attributes"]) for each in answer["Users"]]
            if not answer.get("PaginationToken"):
                return
            asked["PaginationToken"] = answer["PaginationToken"]

    def _of_account(self, operation: str, username: str) -> None:
        """Do something with an account; one that is gone needs nothing."""
        client = self._client()
        with _answering():
            try:
                getattr(client, operation)(UserPoolId=self._pool, Username=username)
            except client.exceptions.UserNotFoundException:
                return


@contextmanager
def _answering() -> Iterator[None]:
    from botocore.exceptions import BotoCoreError, ClientError

    try:
        yield
    except (BotoCoreError, ClientError) as error:
        raise SIGN_IN_SERVICE_BUSY() from error


def _user(known: dict[str, Any], attributes: list[dict[str, str]]) -> PoolUser:
    of = {each["Name"]: each["Value"] for each in attributes}
    return PoolUser(
        username=known["Username"],
        sub=of["sub"],
        email=of.get("email", ""),
        status=known.get("UserStatus", ""),
        enabled=known.get("Enabled", True),
    )
