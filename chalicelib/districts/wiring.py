"""The district, its people's sign-ins and their accounts."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from chalicelib.jobs.ports import JobKind

    from .accounts.account_sweep import EveryAccountWork
    from .accounts.pool import UserPool
    from .accounts.service import Accounts
    from .accounts.work import AccountWork
    from .invitations import Invitations
    from .service import Districts
    from .sign_in import SignInCheck
    from .tokens import TokenVerifier


class DistrictsWiring(DomainWiring):
    """The services, each made at its first use."""

    def build_districts(self) -> Districts:
        """The district's settings and its people's sign-ins."""
        from .repository import DistrictRepository
        from .service import Districts

        return Districts(
            DistrictRepository(self.services.table),
            self.services.settings,
            self.services.clock,
            lambda: self.services.teams,
        )

    def build_tokens(self) -> TokenVerifier:
        """The user pool's tokens."""
        from .tokens import TokenVerifier, fetch_json

        known = self.services.settings
        clients = {known.user_pool_client, known.console_client} - {""}
        return TokenVerifier(known.token_issuer, clients, partial(fetch_json, known.token_keys_url))

    def build_sign_in(self) -> SignInCheck:
        """The check of who may come in."""
        from .sign_in import SignInCheck

        return SignInCheck(self.services.tokens, self.services.districts)

    def build_user_pool(self) -> UserPool:
        """The pool of the staff's accounts."""
        from .accounts.pool import UserPool

        return UserPool(lambda: self.services.clients.cognito, self.services.settings.user_pool)

    def build_accounts(self) -> Accounts:
        """The owners of accounts."""
        from .accounts.repository import AccountRepository
        from .accounts.service import Accounts

        return Accounts(
            AccountRepository(self.services.table),
            lambda: self.services.rosters,
            lambda: self.services.jobs,
            self.services.clock,
        )

    def build_account_work(self) -> AccountWork:
        """The worker that brings an account into step with the roster."""
        from .accounts.repository import AccountRepository
        from .accounts.work import AccountWork

        return AccountWork(
            AccountRepository(self.services.table),
            self.services.user_pool,
            lambda: self.services.jobs,
            self.services.clock,
            self.services.settings.district,
        )

    def build_every_account_work(self) -> EveryAccountWork:
        """The worker that goes through all accounts."""
        from .accounts.account_sweep import EveryAccountWork
        from .accounts.repository import AccountRepository
        from .service import FIRST_ADMIN

        return EveryAccountWork(
            AccountRepository(self.services.table),
            self.services.user_pool,
            self.services.account_work,
            lambda: self.services.jobs,
            self.services.clock,
            self.services.settings.district,
            FIRST_ADMIN,
        )

    def build_invitations(self) -> Invitations:
        """Accounts for people of the roster."""
        from .invitations import Invitations

        return Invitations(
            self.services.user_pool,
            self.services.accounts,
            lambda: self.services.rosters,
            self.services.table,
        )

    def list_account_jobs(self) -> tuple[JobKind, ...]:
        """The work on accounts of the user pool after imports and after somebody signs out."""
        from chalicelib.jobs.ports import JobKind

        return (
            JobKind(
                "account",
                run=lambda: self.services.account_work,
                due=lambda: self.services.account_work,
            ),
            JobKind(
                "accounts",
                run=lambda: self.services.every_account_work,
                due=lambda: self.services.every_account_work,
                begin=lambda: self.services.every_account_work,
            ),
        )

    districts = cached_property(build_districts)
    tokens = cached_property(build_tokens)
    sign_in = cached_property(build_sign_in)
    user_pool = cached_property(build_user_pool)
    accounts = cached_property(build_accounts)
    account_work = cached_property(build_account_work)
    every_account_work = cached_property(build_every_account_work)
    invitations = cached_property(build_invitations)
    account_jobs = cached_property(list_account_jobs)
