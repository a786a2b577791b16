"""The domain behind each path; a domain's routes load at the first request for one of its paths.

A process of the API usually serves a few paths before it ends, and a worker none. Loading every
domain's routes and models at the start would cost each cold start a hundred milliseconds. Chalice
therefore gets a route table that loads a domain when a request asks for one of its paths. It loads
all of them for packaging, the documentation and the tests, which read the whole table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from .edge import EdgeServices
    from .routes import Route, Routes


_rooms: list[RouteModule] = []


def every_domain() -> list[Routes]:
    """Load every room and return their routes, in order: for the document and the tests."""
    return [room.routes() for room in _rooms]


class RouteModule(NamedTuple):
    """A module with `routes`, and the paths they begin with."""

    module: str
    paths: tuple[str, ...]

    def has(self, path: str) -> bool:
        """Return whether a path may be one of this room's."""
        return any(path == each or path.startswith(f"{each}/") for each in self.paths)

    def routes(self) -> Routes:
        """Load the room."""
        routes: Routes = import_module(self.module).routes
        return routes


def find_route(method: str, path: str) -> tuple[Route, dict[str, str]] | None:
    """Find an operation of the API by a path's segments, and the names in it as they stand there.

    As at the gateway, a segment that is written out goes before one that is a name.
    """
    given = path.strip("/").split("/")
    found = [
        (route, names)
        for route in _routes_like(method, len(given), tuple(given[:HEAD]))
        if (names := _names_in(_split(route.path), given)) is not None
    ]
    return min(found, key=lambda each: len(each[1]), default=None)


HEAD = 2
"""Segments of a path by which its rooms are found: `/v1/assessments`. No more of them vary."""


@lru_cache(256)
def _routes_like(method: str, length: int, head: tuple[str, ...]) -> tuple[Route, ...]:
    """Return the operations that a path of so many segments, which begin so, may be."""
    return tuple(
        route
        for room in _rooms
        if any(_may_begin(_split(each)[:HEAD], list(head)) for each in room.paths)
        for route in room.routes().routes
        if route.method == method
        and len(_split(route.path)) == length
        and _may_begin(_split(route.path)[:HEAD], list(head))
    )


@cache
def _split(path: str) -> list[str]:
    """Return the segments of a path that is declared."""
    return path.strip("/").split("/")


def _may_begin(begin: list[str], given: list[str]) -> bool:
    return _names_in(begin, given[: len(begin)]) is not None


def _names_in(template: list[str], given: list[str]) -> dict[str, str] | None:
    if len(template) != len(given):
        return None
    names = {}
    for part, segment in zip(template, given, strict=True):
        if part.startswith("{"):
            names[part.strip("{}")] = segment
        elif part != segment:
            return None
    return names


class LazyRouteTable(dict[str, Any]):
    """Chalice's route table (path -> method -> entry), filled as it is asked."""

    def __init__(
        self,
        app: Any,
        authorizer: Any,
        services: Callable[[], EdgeServices],
        rooms: tuple[RouteModule, ...],
        screens: RouteModule,
    ) -> None:
        """Guard these rooms and the console's screens; replaces the app's own table.

        `services` returns the services that views use; it is called once for each request.
        """
        super().__init__()
        self._services = services
        self._app = app
        self._authorizer = authorizer
        _rooms[:] = rooms
        self._screens = screens
        self._closed = [*rooms, screens]
        self._opening = False
        app.routes = self  # Chalice only indexes and iterates

    def __missing__(self, path: str) -> Any:
        """Load the rooms that a path may belong to; while loading, begin the path's own entry."""
        if self._opening:
            self[path] = {}
            return self[path]
        self._open([room for room in self._closed if room.has(path)])
        if not super().__contains__(path):
            raise KeyError(path)
        return self[path]

    def _open(self, rooms: list[RouteModule]) -> None:
        from .edge import open_routes

        screens = import_module(self._screens.module) if self._screens in rooms else None
        # what fails to load stays closed, to try again
        loaded = [room.routes() for room in rooms if room != self._screens]
        self._closed = [room for room in self._closed if room not in rooms]
        self._opening = True
        try:
            open_routes(self._app, self._authorizer, self._services, loaded)
            if screens:
                screens.open_screens(self._app, self._services)
        finally:
            self._opening = False

    def _whole(self) -> None:
        if self._closed and not self._opening:
            self._open(self._closed)

    def __iter__(self) -> Iterator[str]:
        """Go through every path."""
        self._whole()
        return super().__iter__()

    def __len__(self) -> int:
        """Count every path."""
        self._whole()
        return super().__len__()

    def items(self) -> Any:
        """Return every path with its methods."""
        self._whole()
        return super().items()

    def keys(self) -> Any:
        """Return every path."""
        self._whole()
        return super().keys()

    def values(self) -> Any:
        """Return every path's methods."""
        self._whole()
        return super().values()
