"""Brings a file in over HTTP: offer, upload, wait for the check, apply, wait for the end."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from plumb.client import Client

CHECK_SECONDS = 600
Told = Callable[[str, int, str], None]
"""Hears (stage, percent, message): stages are `upload`, `check`, `apply`."""


@dataclass(frozen=True)
class PackageKind:
    """The differences between the kinds of imports."""

    path: str
    confirm: str
    """The field that says yes to what a held import would drop."""
    checking: frozenset[str]
    """States in which the verdict is not there yet."""


ROSTER = PackageKind(
    "/v1/roster-imports", "confirm_drops", frozenset({"awaiting_upload", "checking"})
)
STANDARDS = PackageKind("/v1/standards-imports", "confirm_drops", frozenset({"awaiting_upload"}))


class NotApplied(Exception):
    """The check does not let the import be applied (or not without a yes); `view` says why."""

    def __init__(self, view: Mapping[str, Any], reason: str) -> None:
        """Keep the import as the API shows it."""
        self.view = view
        super().__init__(reason)


def bring_in(
    client: Client,
    kind: PackageKind,
    name: str,
    content: bytes,
    facts: Told = lambda *_: None,
    *,
    confirm_drops: bool = False,
    grants: Sequence[str] = (),
    asked: Mapping[str, Any] | None = None,
) -> Mapping[str, Any]:
    """Import a file and return the import as it ended; `asked` goes with its beginning.

    `grants` names people of `waiting`.

    Raises `NotApplied` when the check says no, `JobFailed` when applying did not end well.
    """
    offered = client.post(kind.path, dict(asked or {}))
    own = f"{kind.path}/{offered.body['id']}"
    facts("upload", 0, f"{len(content):,} bytes")
    client.upload(offered.body["upload"], content, name)
    facts("upload", 100, "")
    checked = _wait_for_check(client, kind, own, facts)
    _refuse_unless_applicable(checked, confirm=confirm_drops)
    body = {kind.confirm: confirm_drops, **({"granted_person_ids": [*grants]} if grants else {})}
    started = client.act(f"{own}/application", of=own, body=body)
    client.wait_for_job(
        started.location, lambda job: facts("apply", job["percent"], job["message"]), seconds=3600
    )
    facts("apply", 100, "")
    view: Mapping[str, Any] = client.get(own)
    return view


def _wait_for_check(client: Client, kind: PackageKind, own: str, facts: Told) -> Mapping[str, Any]:
    give_up = time.monotonic() + CHECK_SECONDS
    facts("check", 0, "")
    while True:
        view: Mapping[str, Any] = client.get(own)
        if view["state"] not in kind.checking:
            facts("check", 100, "")
            return view
        if time.monotonic() > give_up:
            raise NotApplied(view, "The upload was not checked in time. Look at it again later.")
        client.pause(0.3)


def _refuse_unless_applicable(view: Mapping[str, Any], *, confirm: bool) -> None:
    allowed = set(view["allowed"])
    if "apply" in allowed or ("confirm_drops_and_apply" in allowed and confirm):
        return
    if "confirm_drops_and_apply" in allowed:
        reason = (
            "It would drop more than the district allows without confirmation. Check it, then use "
            "--confirm."
        )
        raise NotApplied(view, reason)
    raise NotApplied(view, view.get("message") or "It has problems that you must fix first.")
