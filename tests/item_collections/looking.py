"""Going through folders of packages: what becomes of each question, and how it compares."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from chalicelib.assessments.items import Item
from chalicelib.item_imports.model import QuestionLine, QuestionOutcome
from chalicelib.item_imports.reading import read
from tests.item_collections.comparison import Compared, compare
from tests.item_collections.evaluator import Element, NotEvaluated, Question, parse

MANIFEST = "imsmanifest.xml"
MOST_INCLUDED = 20


@dataclass(frozen=True, slots=True)
class Found:
    """One question, or a package of which nothing could be looked at."""

    package: str
    line: QuestionLine
    compared: Compared | None = None
    """Of an imported question."""


def look(folder: Path) -> Iterator[Found]:
    """Check every package and question below a folder, and compare what is imported."""
    for name, content in _packages(folder):
        yield from _look_at(name, content)


def _packages(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Return zips, single questions, and unpacked packages as the zips that they were."""
    unpacked = sorted(each.parent for each in folder.rglob(MANIFEST))
    for path in sorted(folder.rglob("*")):
        if path in unpacked:
            yield str(path.relative_to(folder)), _zip_folder(path)
        inside = any(each in path.parents for each in unpacked)
        if path.is_file() and not inside and path.suffix.lower() in (".zip", ".xml"):
            yield str(path.relative_to(folder)), path.read_bytes()


def _zip_folder(folder: Path) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.writestr(path.relative_to(folder).as_posix(), path.read_bytes())
    return packed.getvalue()


def _look_at(name: str, content: bytes) -> Iterator[Found]:
    report = read(content)
    if report.code:
        line = QuestionLine(
            number=0, outcome=QuestionOutcome.REFUSED, code=report.code, reason=report.reason
        )
        yield Found(name, line)
    files = _files(content) if report.items else {}
    items = iter(report.items)
    for line in report.lines:
        made = None if line.code else next(items)
        yield Found(name, line, _compare(files, line, made) if made else None)


def _files(content: bytes) -> Mapping[str, bytes]:
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return {"": content}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        return {posixpath.normpath(name): archive.read(name) for name in names}


def _compare(files: Mapping[str, bytes], line: QuestionLine, item: Item) -> Compared:
    try:
        return compare(Question(_complete(files, line.file)), item, line.notes)
    except NotEvaluated as trouble:
        return Compared(why_not=str(trouble))
    except ET.ParseError as trouble:
        return Compared(why_not=f"not read here: {trouble}")


def _complete(files: Mapping[str, bytes], file: str) -> Element:
    """Read a question with what it includes."""
    root = parse(files[file])
    for _ in range(MOST_INCLUDED):
        parent, at = next(
            ((each, n) for each in root.iter() for n, part in enumerate(each)
             if part.tag == "include"), (None, 0),
        )  # fmt: skip
        if parent is None:
            break
        href = posixpath.normpath(
            posixpath.join(posixpath.dirname(file), unquote(parent[at].get("href", "")))
        )
        if href not in files:
            raise NotEvaluated(f"it includes {href}")
        included, tail = parse(files[href]), parent[at].tail
        included.tail = tail
        parent[at] = included
    return root
