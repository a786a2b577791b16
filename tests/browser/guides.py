"""The guides with pictures, and who is signed in on them."""

from __future__ import annotations

from typing import NamedTuple

from tests.browser import administrators_pictures, team_pictures
from tests.browser.pictures import Picture
from tests.browser.sight import Reader


class Guide(NamedTuple):
    """A guide, and its pictures."""

    page: str
    """Below docs/guide/."""
    who: Reader
    pictures: tuple[Picture, ...]


GUIDES = (
    Guide("administrators.md", "admin", administrators_pictures.PICTURES),
    Guide("team-leaders.md", "leader", team_pictures.PICTURES),
)
