"""Zips that strangers send: looked through before anything of them is unpacked.

Nothing is ever unpacked to disk. The function `unsafe` judges by the zip's own directory. The
module `zipfile` holds a member to the size there: a member that says it is small cannot yield more.
"""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError,
    ValueError, struct.error,
)  # fmt: skip
"""Everything that unpacking raises on bytes that were bent."""


class Harm(StrEnum):
    """The harm of a zip, or of one file in it."""

    TOO_MANY_MEMBERS = "zip-too-many-members"
    TOO_LARGE = "zip-too-large"
    """All files together, unpacked."""
    BOMB = "zip-bomb"
    """One file, so much larger unpacked than packed that it can only be meant to harm."""
    DUPLICATE = "zip-duplicate-member"
    ESCAPES = "zip-path-traversal"
    LINK = "zip-symlink"
    ENCRYPTED = "zip-encrypted"
    METHOD = "zip-method"


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much a zip may hold."""

    members: int
    total: int
    """Bytes of all files together, unpacked."""
    ratio: int
    """How many times larger than packed a file may be ..."""
    floor: int
    """... if it is larger than so many bytes: a small file of equal letters is harmless."""


@dataclass(frozen=True, slots=True)
class Unsafe:
    """One thing wrong: `file` is the name as it is, `number` files, bytes or times."""

    harm: Harm
    file: str = ""
    number: int = 0

    @property
    def shown(self) -> str:
        """The name, with what it may hide made visible."""
        return self.file.replace("\0", "\\0")


class NotAZip(Exception):
    """This is no zip, or it arrived damaged."""


@contextmanager
def open_zip(path: Path | IO[bytes]) -> Iterator[ZipFile]:
    """Open a zip. Raises `NotAZip`."""
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError) as error:
        raise NotAZip from error
    with archive:
        yield archive


def unsafe(members: Sequence[ZipInfo], bounds: Bounds) -> Iterator[Unsafe]:
    """Name everything in the zip that could harm, or be read in two ways."""
    if len(members) > bounds.members:
        yield Unsafe(Harm.TOO_MANY_MEMBERS, number=len(members))
        return
    for member in members:
        yield from _unsafe_member(member, bounds)
    total = sum(member.file_size for member in members)
    if total > bounds.total:
        yield Unsafe(Harm.TOO_LARGE, number=total)
    names = Counter(plain_name(member).casefold() for member in members)
    for name, count in names.items():
        if count > 1:
            yield Unsafe(Harm.DUPLICATE, name, count)


def plain_name(member: ZipInfo) -> str:
    """Return a member's name with forward slashes."""
    return member.orig_filename.replace("\\", "/")


def escapes(name: str) -> bool:
    """Return whether a name is absolute, climbs, or hides something.

    >>> escapes("../x"), escapes("C:/x"), escapes("items/x")
    (True, True, False)
    """
    path = name.replace("\\", "/")
    drive = len(path) > 1 and path[1] == ":"
    return path.startswith("/") or drive or "\0" in path or ".." in path.split("/")


def _unsafe_member(member: ZipInfo, bounds: Bounds) -> Iterator[Unsafe]:
    name = member.orig_filename
    if escapes(name):
        yield Unsafe(Harm.ESCAPES, name)
    elif stat.S_ISLNK(member.external_attr >> 16):
        yield Unsafe(Harm.LINK, name)
    if member.flag_bits & _ENCRYPTED:
        yield Unsafe(Harm.ENCRYPTED, name)
    if member.compress_type not in _METHODS:
        yield Unsafe(Harm.METHOD, name)
    if member.file_size > max(bounds.floor, bounds.ratio * member.compress_size):
        yield Unsafe(Harm.BOMB, name, member.file_size // max(member.compress_size, 1))
