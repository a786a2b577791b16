"""The walk in README.md: made of the guides' pictures as they are, slow, and not for ever."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from tests.browser.guides import GUIDES
from tests.browser.walk import CAPTION, HEIGHT, NOTE, SECONDS, STEPS, TIMES, WALK, WIDTH, describe
from tests.house.sources import ROOT

MOST_BYTES = 600_000
SHORTEST = 100
"""The least length of a text that describes the pictures."""


def read_chunks(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Return the parts of a WebP file: what each is, and what it holds."""
    assert (content[:4], content[8:12]) == (b"RIFF", b"WEBP")
    place = 12
    while place < len(content):
        kind, size = struct.unpack_from("<4sI", content, place)
        yield kind.decode(), content[place + 8 : place + 8 + size]
        place += 8 + size + size % 2


def read_number(content: bytes, place: int) -> int:
    """Read a number of three bytes, as WebP writes them."""
    return int.from_bytes(content[place : place + 3], "little")


def test_the_walk_is_made_of_the_pictures_as_they_are() -> None:
    named = {each.name for guide in GUIDES for each in guide.pictures}
    assert {step.name for step in STEPS} <= named
    assert NOTE.read_text() == describe(), "run `python -m tests.browser.walk`, and look at it"


def test_the_walk_is_small_slow_and_ends() -> None:
    content = WALK.read_bytes()
    assert len(content) < MOST_BYTES
    parts = list(read_chunks(content))
    (canvas,) = (held for kind, held in parts if kind == "VP8X")
    assert (read_number(canvas, 4) + 1, read_number(canvas, 7) + 1) == (WIDTH, CAPTION + HEIGHT)
    (animated,) = (held for kind, held in parts if kind == "ANIM")
    assert struct.unpack_from("<H", animated, 4)[0] == TIMES
    frames = [read_number(held, 12) for kind, held in parts if kind == "ANMF"]
    assert frames == [SECONDS * 1000] * len(STEPS)


def test_the_readme_shows_a_still_to_people_who_want_no_motion_with_a_description() -> None:
    text = (ROOT / "README.md").read_text()
    shown = re.search(
        r'<source media="\(prefers-reduced-motion: reduce\)" srcset="([^"]+)">\s*'
        r'<img alt="([^"]+)" src="([^"]+)">',
        text,
    )
    assert shown
    still, words, moving = shown.groups()
    assert ROOT / moving == WALK
    assert (ROOT / still).exists()
    assert len(words) >= SHORTEST
