"""A stack as an earlier release left it, loaded into a cloud."""

from __future__ import annotations

import base64
import gzip
import json
from datetime import datetime
from pathlib import Path
from typing import Any

from chalicelib.results.renewal.work import BEGINS_AFTER
from chalicelib.storage import keys
from chalicelib.storage.conditions import Delete
from tests.support.clouds import WorldCloud
from tests.support.machinery import Machinery
from tests.support.world import DISTRICT, World, WorldPerson, token

HERE = Path(__file__).parent


class EarlierStack:
    """The recording of `record.py`, and the people in it."""

    def __init__(self, cloud: WorldCloud, version: str) -> None:
        text = gzip.decompress((HERE / f"stack-{version}.json.gz").read_bytes())
        recorded = json.loads(text, object_hook=_read_bytes)
        self.names: dict[str, str] = recorded["names"]
        self.files: dict[str, bytes] = recorded["files"]
        self.accounts: list[str] = recorded["accounts"]
        self.world = World(cloud, datetime.fromisoformat(recorded["now"]))
        forget_upgrade(self.world)
        self._put_items(recorded["items"])
        self._put_files()
        self.accounts.append("dana@example.org")
        """The admin: of those recorded, only teachers were invited."""
        self.subjects = {name: self._add_account(name) for name in self.accounts}

    def update(self) -> None:
        """Let the first minute of this release pass."""
        Machinery(self.world).run()

    def renew_sheets(self) -> None:
        """Let the minutes pass in which sheets are brought up to date."""
        self.world.clock.set(self.world.clock.now() + BEGINS_AFTER)
        Machinery(self.world).run()

    def person(self, name: str) -> WorldPerson:
        """Sign somebody of the roster in, with the account that they had."""
        username = f"{name}@example.org"
        known = {"sub": self.subjects[username]} if username in self.subjects else {}
        return WorldPerson(f"Bearer {token(username, **known)}")

    def path(self, template: str) -> str:
        """Fill the names of the recording into an address."""
        return template.format_map(self.names)

    def _put_items(self, items: list[dict[str, Any]]) -> None:
        table = self.world.settings.table
        for start in range(0, len(items), 25):
            puts = [{"PutRequest": {"Item": item}} for item in items[start : start + 25]]
            self.world.clients.dynamodb.batch_write_item(RequestItems={table: puts})

    def _put_files(self) -> None:
        bucket = self.world.settings.files_bucket
        for key, body in self.files.items():
            self.world.clients.s3.put_object(Bucket=bucket, Key=key, Body=body)

    def _add_account(self, username: str) -> str:
        """Make the account that somebody had; return its subject."""
        client, pool = self.world.clients.cognito, self.world.settings.user_pool
        client.admin_create_user(UserPoolId=pool, Username=username, MessageAction="SUPPRESS")
        known = client.admin_get_user(UserPoolId=pool, Username=username)["UserAttributes"]
        return next(str(each["Value"]) for each in known if each["Name"] == "sub")


def forget_upgrade(world: World) -> None:
    """Make a world's accounts and sheets as they are before this release has run."""
    marks = (keys.accounts_state(DISTRICT), keys.renewal(DISTRICT))
    world.services.table.commit([Delete(mark) for mark in marks])


def _read_bytes(value: dict[str, Any]) -> Any:
    return base64.b64decode(value["base64"]) if set(value) == {"base64"} else value
