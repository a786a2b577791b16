"""Imports of the roster in each state, beside the roster of the demonstration district."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plumb.demo import roster
from tests.support.packages import a_district

if TYPE_CHECKING:
    from plumb.client import Client
    from tests.e2e.conftest import Deployed


@dataclass(frozen=True)
class SetupStage:
    """What the screens of imports show; a path names it in braces."""

    applied_roster: str
    held_roster: str
    """Another district's: it would remove everybody."""
    refused_roster: str
    ready_roster: str
    """The one in force once more."""
    waiting_roster: str


def set_setup_stage(deployed: Deployed) -> SetupStage:
    """Make it through the API."""
    admin = deployed.admin
    broken = a_district()
    for number in range(300):
        broken.add("enrollments", f"x{number}", classSourcedId="k1", userSourcedId=f"none{number}",
                   schoolSourcedId="north", role="student")  # fmt: skip
    return SetupStage(
        applied_roster=str(admin.get("/v1/roster")["current_import_id"]),
        held_roster=check_roster(admin, a_district().packed()),
        refused_roster=check_roster(admin, broken.packed()),
        ready_roster=check_roster(admin, roster.package(deployed.loader.district)),
        waiting_roster=str(admin.post("/v1/roster-imports", {}).body["id"]),
    )


def check_roster(admin: Client, package: bytes) -> str:
    """Upload a roster, and wait until it is checked."""
    begun = admin.post("/v1/roster-imports", {}).body
    admin.upload(begun["upload"], package, "roster.zip")
    for _ in range(120):
        if admin.get(f"/v1/roster-imports/{begun['id']}")["state"] in ("ready", "held", "refused"):
            return str(begun["id"])
        admin.pause(0.5)
    raise TimeoutError(begun["id"])
