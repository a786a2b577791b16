"""Zips of which the same files always give the same bytes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def files_below(top: Path) -> dict[str, Path]:
    """Give every file below a folder, by what it is called from there."""
    return {str(path.relative_to(top)): path for path in top.rglob("*") if path.is_file()}


def write_zip(target: Path, entries: Mapping[str, Path], *, level: int) -> None:
    """Write files under their names, in a fixed order and time."""
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=level) as zipped:
        for name in sorted(entries):
            zipped.writestr(_entry(name), entries[name].read_bytes())


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    entry.external_attr = 0o755 << 16
    entry.compress_type = ZIP_DEFLATED
    return entry
