"""The guides with pictures, and who is signed in on them."""

from __future__ import annotations

from typing import NamedTuple

from tests.browser import administrators_pictures
from tests.browser.pictures import Picture


class Guide(NamedTuple):
    """A guide, and its pictures."""

    page: str
    """Below docs/guide/."""
    who: str
    """The sign-in name; blank for the district admin."""
    pictures: tuple[Picture, ...]


GUIDES = (Guide("administrators.md", "", administrators_pictures.PICTURES),)
