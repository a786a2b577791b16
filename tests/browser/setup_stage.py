"""Imports of the roster in each state, beside the roster of the demonstration district."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plumb.demo import roster
from tests.support.frameworks import a_package, an_item, with_items
from tests.support.packages import a_district

if TYPE_CHECKING:
    from plumb.client import Client
    from tests.e2e.conftest import LoadedStack


@dataclass(frozen=True)
class SetupStage:
    """The values that the screens of imports show; a path names each in braces."""

    applied_roster: str
    held_roster: str
    """Another district's: it would remove everybody."""
    refused_roster: str
    ready_roster: str
    """The one in force once more."""
    waiting_roster: str
    applied_standards: str
    refused_standards: str
    ready_standards: str
    standards_set: str


def set_setup_stage(deployed: LoadedStack) -> SetupStage:
    """Make it through the API."""
    admin = deployed.admin
    broken = a_district()
    for number in range(300):
        broken.add("enrollments", f"x{number}", classSourcedId="k1", userSourcedId=f"none{number}",
                   schoolSourcedId="north", role="student")  # fmt: skip
    flawed = with_items(*(an_item(f"lost{number}") for number in range(60)), an_item("one"))
    return SetupStage(
        applied_roster=str(admin.get("/v1/roster")["current_import_id"]),
        held_roster=check_roster(admin, a_district().write_zip()),
        refused_roster=check_roster(admin, broken.write_zip()),
        ready_roster=check_roster(admin, roster.package(deployed.loader.district)),
        waiting_roster=str(admin.post("/v1/roster-imports", {}).body["id"]),
        applied_standards=str(list(admin.items("/v1/standards-imports"))[-1]["id"]),
        refused_standards=check_standards(admin, json.dumps(flawed).encode()),
        ready_standards=check_standards(admin, json.dumps(a_package()).encode()),
        standards_set=str(deployed.loader.ledger["sets"]["Mathematics 3"]),
    )


def check_roster(admin: Client, package: bytes) -> str:
    """Upload a roster, and wait until it is checked."""
    return _check(admin, "/v1/roster-imports", package)


def check_standards(admin: Client, package: bytes) -> str:
    """Upload a framework, and wait until it is checked."""
    return _check(admin, "/v1/standards-imports", package)


def _check(admin: Client, path: str, package: bytes) -> str:
    begun = admin.post(path, {}).body
    admin.upload(begun["upload"], package, "package")
    for _ in range(120):
        if admin.get(f"{path}/{begun['id']}")["state"] in ("ready", "held", "refused"):
            return str(begun["id"])
        admin.pause(0.5)
    raise TimeoutError(begun["id"])
