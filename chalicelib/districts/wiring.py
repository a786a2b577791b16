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
    @cached_property
    def districts(self) -> Districts:
        from .repository import DistrictRepository
        from .service import Districts

        return Districts(
            DistrictRepository(self.services.table),
            self.services.settings,
            self.services.clock,
            lambda: self.services.teams,
        )

    @cached_property
    def tokens(self) -> TokenVerifier:
        from .tokens import TokenVerifier, fetch_json

        known = self.services.settings
        clients = {known.user_pool_client, known.console_client} - {""}
        return TokenVerifier(known.token_issuer, clients, partial(fetch_json, known.token_keys_url))

    @cached_property
    def sign_in(self) -> SignInCheck:
        from .admission import AdmissionRepository
        from .sign_in import SignInCheck

        return SignInCheck(
            self.services.tokens,
            AdmissionRepository(self.services.table),
            self.services.settings,
            self.services.clock,
        )

    @cached_property
    def user_pool(self) -> UserPool:
        from .accounts.pool import UserPool

        return UserPool(lambda: self.services.clients.cognito, self.services.settings.user_pool)

    @cached_property
    def accounts(self) -> Accounts:
        from .accounts.repository import AccountRepository
        from .accounts.service import Accounts

        return Accounts(
            AccountRepository(self.services.table),
            lambda: self.services.rosters,
            lambda: self.services.jobs,
            self.services.clock,
        )

    @cached_property
    def account_work(self) -> AccountWork:
        from .accounts.repository import AccountRepository
        from .accounts.work import AccountWork

        return AccountWork(
            AccountRepository(self.services.table),
            self.services.user_pool,
            lambda: self.services.jobs,
            self.services.clock,
            self.services.settings.district,
        )

    @cached_property
    def every_account_work(self) -> EveryAccountWork:
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

    @cached_property
    def invitations(self) -> Invitations:
        from .invitations import Invitations

        return Invitations(
            self.services.user_pool,
            self.services.accounts,
            lambda: self.services.rosters,
            self.services.table,
        )

    @cached_property
    def account_jobs(self) -> tuple[JobKind, ...]:
        """The work on accounts of the user pool after imports and after somebody signs out."""
        from chalicelib.jobs.ports import JobKind

        return (
            JobKind("account", work=lambda: self.services.account_work),
            JobKind(
                "accounts",
                work=lambda: self.services.every_account_work,
                begin=lambda: self.services.every_account_work,
            ),
        )
