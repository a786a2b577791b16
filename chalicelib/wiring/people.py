"""The district, its people, and the roster they come from."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chalicelib.audit.service import AuditTrail
    from chalicelib.console.sessions import TokenEndpoint
    from chalicelib.districts.accounts.account_sweep import EveryAccountWork
    from chalicelib.districts.accounts.pool import UserPool
    from chalicelib.districts.accounts.service import Accounts
    from chalicelib.districts.accounts.work import AccountWork
    from chalicelib.districts.invitations import Invitations
    from chalicelib.districts.service import Districts
    from chalicelib.districts.sign_in import SignInCheck
    from chalicelib.districts.tokens import TokenVerifier
    from chalicelib.jobs.ports import JobKind
    from chalicelib.rosters.findings.service import RosterFindings
    from chalicelib.rosters.imports.repository import RosterImportRepository
    from chalicelib.rosters.imports.service import RosterImports
    from chalicelib.rosters.imports.worker import RosterWorker
    from chalicelib.rosters.service import Rosters
    from chalicelib.uploads.ports import Receivers

    from . import Services


def districts(services: Services) -> Districts:
    """The district's settings and its people's sign-ins."""
    from chalicelib.districts.repository import DistrictRepository
    from chalicelib.districts.service import Districts

    return Districts(
        DistrictRepository(services.table),
        services.settings,
        services.clock,
        lambda: services.teams,
    )


def audit_trail(services: Services) -> AuditTrail:
    """Who changed what."""
    from chalicelib.audit.service import AuditTrail

    return AuditTrail(services.table)


def tokens(services: Services) -> TokenVerifier:
    """The user pool's tokens."""
    from chalicelib.districts.tokens import TokenVerifier, fetch_json

    known = services.settings
    clients = {known.user_pool_client, known.console_client} - {""}
    return TokenVerifier(known.token_issuer, clients, partial(fetch_json, known.token_keys_url))


def sign_in(services: Services) -> SignInCheck:
    """Who may come in."""
    from chalicelib.districts.sign_in import SignInCheck

    return SignInCheck(services.tokens, services.districts)


def token_endpoint(services: Services) -> TokenEndpoint:
    """What gives the console tokens."""
    from chalicelib.console.sessions import TokenEndpoint

    return TokenEndpoint(f"{services.settings.sign_in_url}/oauth2/token")


def user_pool(services: Services) -> UserPool:
    """The pool of the staff's accounts."""
    from chalicelib.districts.accounts.pool import UserPool

    return UserPool(lambda: services.clients.cognito, services.settings.user_pool)


def accounts(services: Services) -> Accounts:
    """Whose accounts are whose."""
    from chalicelib.districts.accounts.repository import AccountRepository
    from chalicelib.districts.accounts.service import Accounts

    return Accounts(
        AccountRepository(services.table),
        lambda: services.rosters,
        lambda: services.jobs,
        services.clock,
    )


def account_work(services: Services) -> AccountWork:
    """What brings an account into step with the roster."""
    from chalicelib.districts.accounts.repository import AccountRepository
    from chalicelib.districts.accounts.work import AccountWork

    return AccountWork(
        AccountRepository(services.table),
        services.user_pool,
        lambda: services.jobs,
        services.clock,
        services.settings.district,
    )


def every_account_work(services: Services) -> EveryAccountWork:
    """What goes through all accounts."""
    from chalicelib.districts.accounts.account_sweep import EveryAccountWork
    from chalicelib.districts.accounts.repository import AccountRepository
    from chalicelib.districts.service import FIRST_ADMIN

    return EveryAccountWork(
        AccountRepository(services.table),
        services.user_pool,
        services.account_work,
        lambda: services.jobs,
        services.clock,
        services.settings.district,
        FIRST_ADMIN,
    )


def invitations(services: Services) -> Invitations:
    """Accounts for people of the roster."""
    from chalicelib.districts.invitations import Invitations

    return Invitations(
        services.user_pool,
        services.accounts,
        lambda: services.rosters,
        services.table,
    )


def rosters(services: Services) -> Rosters:
    """Schools, people, courses and classes."""
    from chalicelib.rosters.repository import RosterRepository
    from chalicelib.rosters.service import Rosters

    return Rosters(RosterRepository(services.table))


def roster_import_items(services: Services) -> RosterImportRepository:
    """Where roster imports are kept."""
    from chalicelib.rosters.imports.repository import RosterImportRepository

    return RosterImportRepository(services.table)


def roster_imports(services: Services) -> RosterImports:
    """Imports of the roster."""
    from chalicelib.rosters.imports.service import RosterImports

    return RosterImports(services.roster_import_items, services.files, lambda: services.jobs)


def roster_findings(services: Services) -> RosterFindings:
    """What checks of rosters found."""
    from chalicelib.rosters.findings.service import RosterFindings

    return RosterFindings(services.roster_imports, services.findings_files, services.files)


def roster_worker(services: Services) -> RosterWorker:
    """What carries imports of the roster on."""
    from chalicelib.rosters.imports.worker import RosterWorker

    return RosterWorker(
        services.roster_import_items,
        services.roster_imports,
        services.files,
        services.districts,
        services.accounts,
        lambda: services.jobs,
        services.clock,
        services.settings.district,
        followers=lambda: (services.tracker_following, services.row_following),
        renewing=lambda: services.renewal_work,
        sheets=lambda: services.sheets,
    )


def account_jobs(services: Services) -> tuple[JobKind, ...]:
    """What accounts of the user pool need after imports, and when somebody signs out."""
    from chalicelib.jobs.ports import JobKind

    return (
        JobKind("account", run=lambda: services.account_work, due=lambda: services.account_work),
        JobKind(
            "accounts",
            run=lambda: services.every_account_work,
            due=lambda: services.every_account_work,
            begin=lambda: services.every_account_work,
        ),
    )


def roster_jobs(services: Services) -> tuple[JobKind, ...]:
    """Long work on the roster."""
    from chalicelib.jobs.ports import JobKind

    return (
        JobKind(
            "roster-import",
            progress=lambda: services.roster_imports,
            run=lambda: services.roster_worker,
            due=lambda: services.roster_worker,
            begin=lambda: services.roster_worker,
        ),
    )


def roster_uploads(services: Services) -> Receivers:
    """Who looks at packages with a roster."""
    return {"roster-import": lambda: services.roster_imports}
