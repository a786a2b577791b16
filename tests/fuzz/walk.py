"""Finds what a person can read: every address that answers, and what it names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import islice, product
from typing import Any
from urllib.parse import quote, urlsplit

from plumb.client import ApiProblem, Client

EACH = 6
"""How many values of a name are kept."""
TRIED = 8
"""How many addresses of one operation are read."""

_NAME = re.compile(r"{(\w+)}")

Names = dict[str, str]
"""The values for each name in a path."""


class ReaderWalk:
    """One person's way through all that they may read."""

    def __init__(self, client: Client, document: Mapping[str, Any]) -> None:
        """Nothing is read yet."""
        self._client = client
        self._paths = {
            path: operations
            for path, operations in document["paths"].items()
            if path not in ("/v1/openapi.json", "/v1/docs")
        }
        self._known: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._patterns = {path: re.compile(_NAME.sub("([^/]+)", path)) for path in self._paths}
        self.found: defaultdict[str, list[Names]] = defaultdict(list)
        """By path: the names under which it answered."""
        self.versions: dict[str, str] = {}
        """By address: its ETag."""

    def go(self) -> None:
        """Read from the lists down to what they lead to, twice: the second time more is known."""
        read: set[str] = set()
        for path in [*self._by_depth(), *self._by_depth()]:
            for names in islice(self._candidates(path), TRIED):
                address = path.format_map({name: quote(names[name], safe=".") for name in names})
                if address not in read:
                    read.add(address)
                    self._read(path, address, names)

    def values(self) -> dict[str, list[str]]:
        """Return the values found for every name, to fill bodies and queries."""
        return {name: list(values)[:EACH] for name, values in self._known.items()}

    def addresses(self) -> dict[str, list[Names]]:
        """Return names that fit together for every path, also those that are only written to."""
        return {
            path: self.found[path] or list(islice(self._candidates(path), TRIED))
            for path in self._paths
        }

    def _by_depth(self) -> list[str]:
        readable = [path for path, operations in self._paths.items() if "get" in operations]
        return sorted(readable, key=lambda path: path.count("/"))

    def _candidates(self, path: str) -> Iterator[Names]:
        """Names that fit: of what contains it where that is known, then of each alone."""
        own = _NAME.findall(path)
        container = next((above for above in _above(path) if self.found.get(above)), "")
        bases = self.found[container][:EACH] if container else [{}]
        for base in bases:
            missing = [name for name in own if name not in base]
            choices = [list(self._known[_key(path, name)])[:EACH] for name in missing]
            for chosen in product(*choices):
                yield base | dict(zip(missing, chosen, strict=True))

    def _read(self, path: str, address: str, names: Names) -> None:
        try:
            answer = self._client.call("GET", address)
        except ApiProblem:
            return
        self.found[path].append(names)
        if answer.etag:
            self.versions[address] = answer.etag
        self._note(path, answer.body)

    def _note(self, path: str, body: Any) -> None:
        if isinstance(body, list):
            for each in body:
                self._note(path, each)
        if isinstance(body, dict):
            for name, value in body.items():
                self._note_value(path, name, value)
                self._note(path, value)

    def _note_value(self, path: str, name: str, value: Any) -> None:
        if not isinstance(value, str) or not value:
            return
        if name.endswith("_id"):
            self._known[name].setdefault(value)
        if name == "id":
            for longer in self._paths:
                for own in _NAME.findall(longer.removeprefix(f"{path}/").split("/")[0]):
                    if longer.startswith(f"{path}/{{"):
                        self._known[_key(longer, own)].setdefault(value)
        _, known, link = urlsplit(value).path.partition("/v1/")
        if known:
            self._note_link(f"/v1/{link}")

    def _note_link(self, link: str) -> None:
        for path, pattern in self._patterns.items():
            if match := pattern.fullmatch(link):
                for name, value in zip(_NAME.findall(path), match.groups(), strict=True):
                    self._known[_key(path, name)].setdefault(value)


def _above(path: str) -> Iterator[str]:
    """Return the addresses that a path lies below, the nearest first."""
    while "/" in path[1:]:
        path = path.rpartition("/")[0]
        yield path


def _key(path: str, name: str) -> str:
    """A name that means different things in different rooms gets the room's."""
    return f"{path.split('/')[2]} {name}" if name == "import_id" else name
