"""How people reach the stack: at API Gateway's address, at a domain, below a path, locally."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from app import app
from tests.support.world import Reply, World, WorldPerson


@dataclass(frozen=True)
class Gateway:
    """A placement of the API, and what its function learns of it."""

    address: str
    """The address that people type, up to and without `/v1`."""
    domain: str
    """The gateway's own name; the local one has none."""
    before: str
    """The part before the route in the path that the gateway passes on."""
    public_url: str = ""
    """The facts that the stack knows of itself."""

    def __call__(self, event: dict[str, Any], context: Any) -> Any:
        """Hand a request on, as this gateway does."""
        asked = event["requestContext"]
        asked["path"] = self.before + asked["path"]
        if self.domain:
            asked["domainName"] = self.domain
        return app(event, context)

    def __getattr__(self, name: str) -> Any:
        """Look to Chalice's client like the app behind."""
        return getattr(app, name)

    def serve(self, world: World) -> None:
        """Place a stack here."""
        world.services.settings = replace(world.services.settings, public_url=self.public_url)

    def path_of(self, url: str) -> str:
        """Return what the API is asked for at an address. Fails for one that leads elsewhere."""
        assert url.startswith(f"{self.address}/"), f"{url} leads nowhere from {self.address}"
        return url.removeprefix(self.address)

    def ask(
        self,
        person: WorldPerson,
        method: str,
        url: str,
        body: Any = None,
        headers: Mapping[str, str] | None = None,
    ) -> Reply:
        """Send somebody's request to an address."""
        host = {"host": "127.0.0.1:4566"}
        return person.through(self).send(
            method, self.path_of(url), body, {**host, **(headers or {})}
        )


OWN = "abc123.execute-api.us-east-1.amazonaws.com"
DOMAIN = "plumbline.district.example.org"
GATEWAYS = {
    "the gateway's own address": Gateway(f"https://{OWN}/api", OWN, "/api"),
    "the root of a domain": Gateway(f"https://{DOMAIN}", DOMAIN, "", f"https://{DOMAIN}"),
    "below a base path": Gateway(f"https://{DOMAIN}/plumb/line", DOMAIN, "/plumb/line"),
    "the local cloud": Gateway(
        "http://0a1b2c3d.execute-api.localhost:4566/api",
        "",
        "/api",
        "http://0a1b2c3d.execute-api.localhost:4566/api",
    ),
}
