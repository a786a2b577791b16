"""The guides with pictures, and who is signed in on them."""

from __future__ import annotations

from typing import Literal, NamedTuple

from tests.browser import administrators_pictures, teachers_pictures, team_pictures
from tests.browser.pictures import GuidePicture
from tests.browser.sight import Reader


class Guide(NamedTuple):
    """A guide, and its pictures."""

    page: str
    """Below docs/guide/."""
    who: Reader | Literal["teacher"]
    pictures: tuple[GuidePicture, ...]


GUIDES = (
    Guide("administrators.md", "admin", administrators_pictures.PICTURES),
    Guide("teachers.md", "teacher", teachers_pictures.PICTURES),
    Guide("team-leaders.md", "leader", team_pictures.PICTURES),
)
