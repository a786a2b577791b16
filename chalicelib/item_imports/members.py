"""The files of a package, each unpacked when it is asked for, and only as far."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

from chalicelib import zips
from chalicelib.item_imports import question_problems

from . import tree
from .errors import FileRefused, cut

if TYPE_CHECKING:
    from zipfile import ZipFile


class Members:
    """The files of one zip by their names."""

    def __init__(self, archive: ZipFile) -> None:
        """Look at its directory alone."""
        self._archive = archive
        infos = [info for info in archive.infolist() if not info.is_dir()]
        self._infos = {posixpath.normpath(zips.plain_name(info)): info for info in infos}

    def __contains__(self, file: str) -> bool:
        """Return whether there is such a file."""
        return file in self._infos

    def __iter__(self) -> Iterator[str]:
        """Return the names."""
        return iter(self._infos)

    def content(self, file: str, most: int = tree.LARGEST) -> bytes:
        """Unpack a file, or its beginning. Raises `FileRefused`."""
        info = self._infos.get(file)
        if info is None:
            raise FileRefused(question_problems.FILE_MISSING, file=cut(file))
        if info.file_size > tree.LARGEST:
            raise FileRefused(
                question_problems.FILE_TOO_LARGE, file=cut(file), file_size=info.file_size
            )
        try:
            with self._archive.open(info) as member:
                return member.read(most + 1)
        except zips.DAMAGE as error:
            raise FileRefused(question_problems.FILE_DAMAGED, file=cut(file)) from error
