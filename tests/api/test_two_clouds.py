"""Every route answers alike on moto and on the simulator, and leaves the same state.

Identifiers are made alike on both. The comparison leaves out what only a cloud can name: the
addresses of queues, the subjects of accounts, and signatures.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pytest

from chalicelib import wiring
from chalicelib.web.routes import Route
from simulator.identifiers import Identifiers
from tests.api.scene import Scene
from tests.api.test_locks import CELLS, PEOPLE, a_request, every_route
from tests.support.clouds import WorldCloud
from tests.support.machinery import Machinery
from tests.support.moto_cloud import ENGINE, standing_moto
from tests.support.simulated_cloud import FaultlessCloud
from tests.support.world import Reply, World

pytestmark = pytest.mark.skipif(ENGINE is not None, reason="compares moto and the simulator")

ROUTES = list(every_route())
WELCOME = {200, 201, 202, 204, 302}
SIGNED = re.compile(r"(https://plumbline-files[^?]*)\?.*")
"""An address that S3 signs: what follows the question mark is the signer's."""
SIGNERS = ("policy", "x-amz-")
PACKED = b"x\x9c"
"""How what is kept compressed begins."""
Told = dict[str, Any]


@contextmanager
def both() -> Iterator[tuple[WorldCloud, WorldCloud]]:
    """Return moto's cloud and the simulator's."""
    with standing_moto() as moto:
        yield moto, FaultlessCloud()


@contextmanager
def standing_on(cloud: WorldCloud, occasion: str) -> Iterator[Scene]:
    """Stand a scene on a cloud, where identifiers follow from the occasion."""
    world = World(cloud)
    wiring.use(world.services)
    scene: Scene = world.scene(build_alike)
    _begin(world, occasion)
    yield scene


def build_alike(world: World) -> Scene:
    """Make the scene with the same identifiers on every cloud."""
    _begin(world, "the scene")
    return Scene(world)


def _begin(world: World, occasion: str) -> None:
    identifiers = Identifiers(world.clock)
    identifiers.begin(occasion)
    identifiers.use()


def who_is_welcome(route: Route, scene: Scene) -> Any:
    statuses = dict(zip(PEOPLE, CELLS[route.name], strict=True))
    name = next((name for name in PEOPLE if statuses[name] in WELCOME), PEOPLE[0])
    return scene.people[name]


def read_reply(reply: Reply) -> Told:
    """Return a person's reply, without what only the cloud can name."""
    return {
        "status": reply.status,
        "headers": dict(reply.headers),
        "body": remove_signatures(reply.body),
    }


def remove_signatures(found: Any) -> Any:
    if isinstance(found, Mapping):
        return {
            k: remove_signatures(each) for k, each in found.items() if not k.startswith(SIGNERS)
        }
    if isinstance(found, list):
        return [remove_signatures(each) for each in found]
    if isinstance(found, bytes) and found.startswith(PACKED):
        return remove_signatures(zlib.decompress(found).decode(errors="replace"))
    if isinstance(found, str) and found.startswith('{"'):  # an answer that is kept for a repeat
        return remove_signatures(json.loads(found))
    return SIGNED.sub(r"\1", found) if isinstance(found, str) else found


def read_cloud(world: World) -> Told:
    """Return what stands in the cloud: items, files, accounts and mails."""
    bucket, pool = world.settings.files_bucket, world.settings.user_pool
    files = world.clients.s3.list_objects_v2(Bucket=bucket).get("Contents", [])
    accounts = world.clients.cognito.list_users(UserPoolId=pool)["Users"]
    items = json.dumps(sorted(map(_write_item, world.items())))
    for account in accounts:
        (sub,) = (each["Value"] for each in account["Attributes"] if each["Name"] == "sub")
        items = items.replace(sub, f"the subject of {account['Username']}")
    return {
        "items": json.loads(items),
        "files": [(each["Key"], each["Size"]) for each in files],
        "accounts": sorted((each["Username"], each["UserStatus"]) for each in accounts),
        "mails": sorted((sorted(mail.recipients), len(mail.raw)) for mail in world.cloud.mails()),
    }


def _write_item(item: Any) -> str:
    return json.dumps(remove_signatures(item), sort_keys=True, default=repr)


def ask(scene: Scene, route: Route) -> Told:
    return read_reply(who_is_welcome(route, scene).send(*a_request(route, scene)))


def read_everything(scene: Scene) -> Iterator[Told]:
    """Ask for all that can be read."""
    for route in ROUTES:
        if route.method == "GET":
            yield {"route": route.name} | ask(scene, route)


def change_and_work(route: Route) -> Callable[[Scene], Iterator[Told]]:
    """Change something, repeat it, and let the stack do what follows from it."""

    def act_and_work(scene: Scene) -> Iterator[Told]:
        yield ask(scene, route)
        queues = ("deliveries", "jobs", "mail", "reports")
        waiting = {name: scene.world.messages(name) for name in queues}
        yield {name: sorted(each["body"] for each in records) for name, records in waiting.items()}
        machinery = Machinery(scene.world)
        for name, records in waiting.items():
            for record in records:
                machinery.take(name, record)
        machinery.run()
        yield read_cloud(scene.world)

    return act_and_work


def compare(occasion: str, act: Callable[[Scene], Iterator[Told]]) -> None:
    with both() as clouds:
        seen = []
        for cloud in clouds:
            with standing_on(cloud, occasion) as scene:
                seen.append(list(act(scene)))
        moto, simulator = seen
        assert simulator == moto


def test_everything_that_is_read_is_read_alike() -> None:
    compare("reading", read_everything)


@pytest.mark.parametrize(
    "route", [each for each in ROUTES if each.method != "GET"], ids=lambda route: route.name
)
def test_a_change_does_the_same(route: Route) -> None:
    compare(route.name, change_and_work(route))
