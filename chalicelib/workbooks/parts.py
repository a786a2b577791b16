"""A workbook's parts: the kind of file, its sheets, and the sheet that is shown."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import unquote
from xml.parsers import expat
from zipfile import ZipFile

from chalicelib import zips
from chalicelib.errors import FileFinding
from chalicelib.file_cells import UnreadableFile

from . import workbook_problems
from .structure import parse_xml

BOUNDS = zips.Bounds(members=2_000, total=32 * 1024 * 1024, ratio=200, floor=4 * 1024 * 1024)
"""A full sheet of the most cells unpacks to 20 MB, 30 to 60 times what it is packed."""

OLD = b"\xd0\xcf\x11\xe0"
"""The first bytes of files with older workbooks, or with newer ones below a password."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MOST_ELEMENTS = 400_000
"""In the parts that are read whole. A text takes two; more than a file of 1 MB has alone."""
_READ_WHOLE = ("sharedStrings", "styles", "theme")
_STRICT = "http://purl.oclc.org/ooxml/"
_YES = ("1", "true")


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One sheet of a workbook."""

    name: str
    part: str
    """Its XML's name in the zip."""
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class Parts:
    """A workbook's sheets in their order."""

    sheets: tuple[SheetPart, ...]
    active: int
    """The one that a spreadsheet shows first."""
    calculates_first: bool
    """Whether the file states that its formulas' values may be wrong."""


def find_other_kind(data: bytes) -> FileFinding | None:
    """Return the kind of a file that begins like a workbook, but is none that can be read."""
    if data.startswith(OLD):
        if _ENCRYPTED in data:
            return workbook_problems.WORKBOOK_LOCKED()
        return workbook_problems.WORKBOOK_OLD()
    return None


def check_zip(archive: ZipFile) -> None:
    """Refuse a zip that could harm, by its own directory. Raises `UnreadableFile`."""
    for harm in zips.unsafe(archive.infolist(), BOUNDS):
        if harm.harm == zips.Harm.ENCRYPTED:
            raise UnreadableFile(workbook_problems.WORKBOOK_LOCKED())
        if harm.harm in (zips.Harm.TOO_LARGE, zips.Harm.BOMB, zips.Harm.TOO_MANY_MEMBERS):
            raise UnreadableFile(workbook_problems.WORKBOOK_TOO_LARGE())
        raise UnreadableFile(workbook_problems.WORKBOOK_DAMAGED())


def check_declarations(archive: ZipFile) -> None:
    """Refuse a part that declares a document type, and so could declare entities.

    None of a workbook may (ECMA-376, part 2), and openpyxl expands what is declared. A declaration
    comes before the first element; what is no XML has none. Raises `UnreadableFile`.
    """
    for member in archive.infolist():
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = _refuse
        parser.StartElementHandler = _begin
        with archive.open(member) as stream, suppress(expat.ExpatError, _Begun):
            parser.ParseFile(stream)


class _Begun(Exception):
    """The first element."""


def _begin(*_: Any) -> None:
    raise _Begun


def _refuse(*_: Any) -> None:
    raise UnreadableFile(workbook_problems.WORKBOOK_DECLARES())


def find_parts(archive: ZipFile) -> Parts:
    """Find the sheets. Raises `UnreadableFile`."""
    names = set(archive.namelist())
    if "mimetype" in names and b"opendocument" in archive.read("mimetype"):
        raise UnreadableFile(workbook_problems.WORKBOOK_OPEN_DOCUMENT())
    found = _relations(archive, "", "_rels/.rels") if "_rels/.rels" in names else {}
    main = next((part for kind, part in found.values() if kind == "officeDocument"), "")
    if main.endswith(".bin"):
        raise UnreadableFile(workbook_problems.WORKBOOK_BINARY())
    if main not in names:
        raise UnreadableFile(workbook_problems.NO_WORKBOOK())
    folder, name = posixpath.split(main)
    beside = _relations(archive, folder, f"{folder}/_rels/{name}.rels".lstrip("/"))
    _count_elements(archive, [part for kind, part in beside.values() if kind in _READ_WHOLE])
    return _read_main(archive, main, {id_: part for id_, (_, part) in beside.items()})


def _count_elements(archive: ZipFile, parts: Iterable[str]) -> None:
    """Refuse more texts and styles than a sheet needs: openpyxl makes an object of each."""
    count = 0

    def start(*_: Any) -> None:
        nonlocal count
        count += 1
        if count > MOST_ELEMENTS:
            raise UnreadableFile(workbook_problems.WORKBOOK_TOO_LARGE())

    for part in parts:
        _parse(archive, part, start)


def _relations(archive: ZipFile, folder: str, part: str) -> dict[str, tuple[str, str]]:
    """Return the parts that a part refers to: id -> (kind, part)."""
    found: dict[str, tuple[str, str]] = {}

    def start(name: str, body: dict[str, str]) -> None:
        if name.endswith(" Relationship") and body.get("TargetMode") != "External":
            target = unquote(body["Target"])
            path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            found[body["Id"]] = (body["Type"].rpartition("/")[2], posixpath.normpath(path))

    _parse(archive, part, start)
    return found


def _read_main(archive: ZipFile, main: str, known: dict[str, str]) -> Parts:
    sheets: list[SheetPart] = []
    said_of: dict[str, dict[str, str]] = {}
    names = set(archive.namelist())

    def start(name: str, body: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if local == "workbook" and space.startswith(_STRICT):
            raise UnreadableFile(workbook_problems.WORKBOOK_STRICT())
        if local == "workbook" and "spreadsheetml" not in space:
            raise UnreadableFile(workbook_problems.NO_WORKBOOK())
        if local == "sheet":
            id_ = next((text for key, text in body.items() if key.endswith(" id")), "")
            hidden = body.get("state", "visible") != "visible"
            sheets.append(SheetPart(body["name"], known.get(id_, ""), hidden))
        elif local in ("workbookView", "calcPr"):
            said_of.setdefault(local, body)

    _parse(archive, main, start)
    if any(each.part not in names for each in sheets):
        raise UnreadableFile(workbook_problems.WORKBOOK_DAMAGED())
    active = int(said_of.get("workbookView", {}).get("activeTab", "0"))
    calculates = said_of.get("calcPr", {}).get("fullCalcOnLoad") in _YES
    return Parts(tuple(sheets), active, calculates)


def _parse(archive: ZipFile, part: str, start: Callable[[str, dict[str, str]], Any]) -> None:
    if part not in archive.namelist():
        raise UnreadableFile(workbook_problems.WORKBOOK_DAMAGED())
    parse_xml(BytesIO(archive.read(part)), start)
