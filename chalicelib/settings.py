"""The one door for the environment: what the stack tells its functions."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cache


@dataclass(frozen=True, slots=True)
class Settings:
    """One field per variable that `infra/resources.yaml` sets."""

    district: str
    district_name: str
    time_zone: str
    table: str
    deliveries_queue: str
    mail_queue: str
    jobs_queue: str
    reports_queue: str
    deliveries_dead_letters: str
    mail_dead_letters: str
    jobs_dead_letters: str
    reports_dead_letters: str
    events_dead_letters: str
    files_bucket: str
    user_pool: str
    user_pool_client: str
    token_issuer: str
    token_keys_url: str
    mail_sender: str
    mail_configuration_set: str
    cursor_secret: str = field(repr=False)
    """The secret that signs cursors; only the stack knows it."""
    public_url: str = ""
    """Where people reach the API, up to and without `/v1`; empty: as they reached it. The edge
    knows it as `Request.address`."""
    console_client: str = ""
    """The user pool's client of the stack's own pages; empty while it has no public address."""
    sign_in_url: str = ""
    """Where the user pool's sign-in pages are, without a path."""
    web_origins: str = ""
    """Origins whose pages may read the API in a browser, with commas between."""

    @property
    def is_local(self) -> bool:
        """Return whether it is the local cloud: only there the sign-in pages have no TLS."""
        return self.sign_in_url.startswith("http://")


_VARIABLES = {
    "district": "DISTRICT_ID",
    "district_name": "DISTRICT_NAME",
    "time_zone": "DISTRICT_TIME_ZONE",
    "table": "TABLE",
    "deliveries_queue": "DELIVERIES_QUEUE",
    "mail_queue": "MAIL_QUEUE",
    "jobs_queue": "JOBS_QUEUE",
    "reports_queue": "REPORTS_QUEUE",
    "deliveries_dead_letters": "DELIVERIES_DEAD_LETTERS",
    "mail_dead_letters": "MAIL_DEAD_LETTERS",
    "jobs_dead_letters": "JOBS_DEAD_LETTERS",
    "reports_dead_letters": "REPORTS_DEAD_LETTERS",
    "events_dead_letters": "EVENTS_DEAD_LETTERS",
    "files_bucket": "FILES_BUCKET",
    "user_pool": "USER_POOL",
    "user_pool_client": "USER_POOL_CLIENT",
    "token_issuer": "TOKEN_ISSUER",
    "token_keys_url": "TOKEN_KEYS_URL",
    "mail_sender": "MAIL_SENDER",
    "mail_configuration_set": "MAIL_CONFIGURATION_SET",
    "cursor_secret": "CURSOR_SECRET",
}
_OPTIONAL = {
    "public_url": "PUBLIC_URL",
    "console_client": "CONSOLE_CLIENT",
    "sign_in_url": "SIGN_IN_URL",
    "web_origins": "WEB_ORIGINS",
}


@cache
def settings() -> Settings:
    """Read the environment once, at first use: importing the app must not need one.

    Raises `RuntimeError` naming every variable that is missing.
    """
    missing = [name for name in _VARIABLES.values() if not os.environ.get(name)]
    if missing:
        msg = f"The stack did not set: {', '.join(missing)}"
        raise RuntimeError(msg)
    known = {field: os.environ[name] for field, name in _VARIABLES.items()}
    given = {field: os.environ.get(name, "") for field, name in _OPTIONAL.items()}
    return Settings(**known, **given)
