"""A user pool in memory: accounts by sign-in name in any case; no subject is used again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

from simulator.client import Params, StandIn, operation

PAGE = 60
"""Accounts that ListUsers gives at most."""


@dataclass
class PoolAccount:
    """An account, and what was done to it."""

    username: str
    sub: str
    email: str
    status: str = "FORCE_CHANGE_PASSWORD"
    enabled: bool = True
    passwords: int = 1
    """First passwords that were mailed."""
    sign_outs: int = 0


@dataclass
class SimulatedAccounts:
    """The state that survives every crash."""

    known: dict[str, PoolAccount] = field(default_factory=dict)
    made: int = 0

    def add(self, username: str, email: str = "", status: str = "CONFIRMED") -> PoolAccount:
        self.made += 1
        account = PoolAccount(username, f"sub-{self.made}", email, status)
        self.known[username.lower()] = account
        return account

    def copy(self) -> SimulatedAccounts:
        return SimulatedAccounts(
            {name: replace(each) for name, each in self.known.items()}, self.made
        )

    def fingerprint(self) -> int:
        """Return a number that pools with the same accounts have in common, in this process."""
        return hash(tuple(tuple(vars(each).values()) for each in self.known.values()))


class AccountPool(StandIn):
    """Amazon Cognito's administrators' operations on accounts."""

    service: ClassVar[str] = "cognito-idp"

    def __init__(self, accounts: SimulatedAccounts) -> None:
        super().__init__()
        self.accounts = accounts

    def fingerprint(self) -> int:
        return self.accounts.fingerprint()

    @operation
    def admin_create_user(self, params: Params) -> dict[str, Any]:
        name = params["Username"]
        there = self.accounts.known.get(name.lower())
        if params.get("MessageAction") == "RESEND":
            account = self._account(params)
            account.passwords += 1
            return {"User": _describe_account(account, "Attributes")}
        if there is not None:
            self.refuse("UsernameExistsException", "User account already exists")
        of = {each["Name"]: each["Value"] for each in params.get("UserAttributes", [])}
        made = self.accounts.add(name, of.get("email", ""), "FORCE_CHANGE_PASSWORD")
        return {"User": _describe_account(made, "Attributes")}

    @operation
    def admin_get_user(self, params: Params) -> dict[str, Any]:
        return _describe_account(self._account(params), "UserAttributes")

    @operation
    def admin_set_user_password(self, params: Params) -> dict[str, Any]:
        lasts = params.get("Permanent", False)
        self._account(params).status = "CONFIRMED" if lasts else "FORCE_CHANGE_PASSWORD"
        return {}

    @operation
    def admin_update_user_attributes(self, params: Params) -> dict[str, Any]:
        """Of what can be changed, an account here has its address."""
        of = {each["Name"]: each["Value"] for each in params["UserAttributes"]}
        account = self._account(params)
        account.email = of.get("email", account.email)
        return {}

    @operation
    def admin_delete_user(self, params: Params) -> dict[str, Any]:
        self._account(params)
        del self.accounts.known[params["Username"].lower()]
        return {}

    @operation
    def admin_disable_user(self, params: Params) -> dict[str, Any]:
        self._account(params).enabled = False
        return {}

    @operation
    def admin_enable_user(self, params: Params) -> dict[str, Any]:
        self._account(params).enabled = True
        return {}

    @operation
    def admin_user_global_sign_out(self, params: Params) -> dict[str, Any]:
        self._account(params).sign_outs += 1
        return {}

    @operation
    def list_users(self, params: Params) -> dict[str, Any]:
        names = sorted(self.accounts.known)
        after = params.get("PaginationToken", "")
        some = [name for name in names if name > after][:PAGE]
        users = [_describe_account(self.accounts.known[name], "Attributes") for name in some]
        more = {"PaginationToken": some[-1]} if some and some[-1] != names[-1] else {}
        return {"Users": users, **more}

    def _account(self, params: Params) -> PoolAccount:
        there = self.accounts.known.get(params["Username"].lower())
        if there is None:
            raise self.refusal("UserNotFoundException", "User does not exist.")
        return there


def _describe_account(account: PoolAccount, attributes: str) -> dict[str, Any]:
    of = {"sub": account.sub, "email": account.email}
    return {
        "Username": account.username,
        attributes: [{"Name": name, "Value": value} for name, value in of.items() if value],
        "UserStatus": account.status,
        "Enabled": account.enabled,
    }
