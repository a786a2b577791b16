"""The zip: opened defensively, its manifest interpreted, refused by name when something is off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from chalicelib import zips
from chalicelib.findings.model import Problem, Unreadable, report
from chalicelib.rosters import package_problems
from chalicelib.zips import Harm

from .columns import IGNORED, READ, Mode, RosterFile
from .rows import read_rows

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

BOUNDS = zips.Bounds(members=50_000, total=1024**3, ratio=150, floor=256 * 1024)
"""The largest districts need a tenth of that; real rosters are about 30 times their zip.

Photos and other files that nobody reads may be many.
"""

_MOST = BOUNDS.total // 1024**2
MANIFEST = "manifest.csv"
_MODES = {mode.value: mode for mode in Mode}
_NEEDED = {"manifest", *(file.name for files in READ.values() for file in files)}
_BINDING = {f"{name}.csv".casefold(): name for name in (*_NEEDED, *IGNORED["1.2"])}
"""Every file of the binding by how its name is compared."""


@dataclass(frozen=True, slots=True)
class RosterPackage:
    """A readable package: its OneRoster version, how each file is meant, its members."""

    version: str
    modes: dict[str, Mode]
    warnings: tuple[Problem, ...]
    ignored: tuple[str, ...]
    """Members that are not needed and not read."""
    archive: ZipFile
    members: dict[str, ZipInfo]

    @property
    def files(self) -> tuple[RosterFile, ...]:
        """The files we read of this version, referred-to ones first."""
        return READ[self.version]

    def mode(self, file: str) -> Mode:
        """Return how a file is meant; one that the version does not know is absent."""
        return self.modes.get(file, Mode.ABSENT)

    def rows(self, file: RosterFile) -> Iterator[tuple[int, list[str]]]:
        """Read a file's rows with their numbers, the header first. Raises `Unreadable`."""
        return read_rows(self.archive, self.members[file.name], file.csv)


@contextmanager
def open_package(path: Path | IO[bytes]) -> Iterator[RosterPackage]:
    """Open and interpret a package. Raises `Rejected` with every reason found."""
    with _open_zip(path) as archive:
        read, others = _part(archive.infolist())
        unread = [*zips.unsafe(others, BOUNDS)]
        found = [*zips.unsafe(read, BOUNDS), *(one for one in unread if one.harm in _HOSTILE)]
        if found:
            raise Rejected([_UNSAFE[one.harm](one) for one in found])
        yield _interpret(archive, unread)


def _part(infos: list[ZipInfo]) -> tuple[list[ZipInfo], list[ZipInfo]]:
    """Separate the files that a roster is read from and all others."""
    read = [info for info in infos if _stem(info) in _NEEDED]
    return read, [info for info in infos if _stem(info) not in _NEEDED]


def _stem(info: ZipInfo) -> str:
    """Return the name of a file of the binding as it should be written, without `.csv`."""
    return _BINDING.get(zips.plain_name(info).casefold(), "")


def _not_read(one: zips.Unsafe) -> Problem:
    return report(package_problems.FILE_NOT_READ, value=one.shown)


class Rejected(Exception):
    """The package cannot be read with certainty."""

    def __init__(self, found: list[Problem]) -> None:
        """Keep all reasons."""
        super().__init__(", ".join(problem.code for problem in found))
        self.problems = tuple(found)


@contextmanager
def _open_zip(path: Path | IO[bytes]) -> Iterator[ZipFile]:
    try:
        with zips.open_zip(path) as archive:
            yield archive
    except zips.NotAZip as error:
        raise Rejected([report(package_problems.NOT_A_ZIP)]) from error


# -- the zip as such ------------------------------------------------------------------------------

_UNSAFE: dict[Harm, Callable[[zips.Unsafe], Problem]] = {
    Harm.TOO_MANY_MEMBERS: lambda found: report(
        package_problems.ZIP_TOO_MANY_MEMBERS, number=found.number
    ),
    Harm.TOO_LARGE: lambda found: report(
        package_problems.ZIP_BOMB, number=found.number // 1024**2, most=_MOST
    ),
    Harm.BOMB: lambda found: report(
        package_problems.ZIP_BOMB_FILE, file=found.shown, number=found.number
    ),
    Harm.DUPLICATE: lambda found: report(
        package_problems.ZIP_DUPLICATE_MEMBER, file=found.shown, number=found.number
    ),
    Harm.ESCAPES: lambda found: report(package_problems.ZIP_PATH_TRAVERSAL, file=found.shown),
    Harm.LINK: lambda found: report(package_problems.ZIP_SYMLINK, file=found.shown),
    Harm.ENCRYPTED: lambda found: report(package_problems.ZIP_ENCRYPTED, file=found.shown),
    Harm.METHOD: lambda found: report(package_problems.ZIP_METHOD, file=found.shown),
}


_HOSTILE = (Harm.TOO_MANY_MEMBERS, Harm.ESCAPES, Harm.LINK)
"""Nobody's export holds these; the whole zip is not to be trusted."""


# -- what is in it --------------------------------------------------------------------------------


def _interpret(archive: ZipFile, unread: list[zips.Unsafe]) -> RosterPackage:
    """Match the manifest with the members; `unread` must not even be counted. Raises `Rejected`."""
    closed = {one.file for one in unread}
    infos = archive.infolist()
    members, spelled, others = _sort_members(infos, lambda info: info.orig_filename in closed)
    if "" in closed:  # together they are too much
        members = {name: info for name, info in members.items() if name in _NEEDED}
    if "manifest" not in members:
        raise Rejected([_no_manifest(others)])
    try:
        properties, unclear = _read_manifest(archive, members["manifest"])
    except Unreadable as stopped:
        raise Rejected([stopped.problem]) from stopped
    version, found = _version(properties)
    known = {file.name for file in READ[version]}
    modes, wrong, unused = _modes(properties, members, known)
    found += wrong
    if found:
        raise Rejected(found)
    warnings = (*map(_not_read, unread), *_find_nested_zips(others), *spelled, *unclear, *unused)
    others += [f"{name}.csv" for name in members if name not in known and name != "manifest"]
    return RosterPackage(version, modes, warnings, tuple(sorted(others)), archive, members)


def _sort_members(
    infos: list[ZipInfo], is_closed: Callable[[ZipInfo], bool]
) -> tuple[dict[str, ZipInfo], list[Problem], list[str]]:
    """Separate files of the binding (by name without `.csv`), oddly spelled ones, and others."""
    members: dict[str, ZipInfo] = {}
    spelled, others = [], []
    for info in infos:
        name = _stem(info)
        if not name or (name not in _NEEDED and (name in members or is_closed(info))):
            others.append(zips.plain_name(info))
            continue
        members[name] = info
        if zips.plain_name(info) != f"{name}.csv":
            spelled.append(
                report(package_problems.FILE_NAME_LETTERS, file=zips.plain_name(info), name=name)
            )
    return members, spelled, [name for name in others if not name.endswith("/")]


def _find_nested_zips(others: list[str]) -> Iterator[Problem]:
    for name in others:
        if name.casefold().endswith(".zip"):
            yield report(package_problems.ZIP_IN_ZIP_UNREAD, value=name)


def _no_manifest(others: list[str]) -> Problem:
    nested = next((name for name in others if name.casefold().endswith("/" + MANIFEST)), "")
    if nested:
        return report(package_problems.NESTED_FOLDER, file=nested, nested=nested)
    packed = next((name for name in others if name.casefold().endswith(".zip")), "")
    if packed:
        return report(package_problems.ZIP_IN_ZIP, file=packed, packed=packed)
    return report(package_problems.MANIFEST_MISSING, file=MANIFEST)


def _read_manifest(archive: ZipFile, member: ZipInfo) -> tuple[dict[str, str], list[Problem]]:
    rows = read_rows(archive, member, MANIFEST)
    _, header = next(rows, (1, []))
    if [cell.strip().casefold() for cell in header[:2]] != ["propertyname", "value"]:
        raise Unreadable(report(package_problems.MANIFEST_UNREADABLE, file=MANIFEST, row=1))
    properties: dict[str, str] = {}
    odd: list[Problem] = []
    for row, cells in rows:
        name, value = ([cell.strip() for cell in cells] + ["", ""])[:2]
        if properties.setdefault(name, value) == value:
            continue
        where = {"file": MANIFEST, "row": row, "column": name, "value": value}
        if _is_used(name):
            raise Unreadable(report(package_problems.MANIFEST_CONTRADICTION, **where, name=name))
        odd.append(report(package_problems.MANIFEST_LINE, **_line(name, value)))
    return properties, [*odd, *_odd_manifest(properties)]


def _is_used(name: str) -> bool:
    return name == "oneroster.version" or name.removeprefix("file.") in _NEEDED


def _line(name: str, value: str) -> dict[str, str]:
    return {"file": MANIFEST, "value": f"{name},{value}"}


def _odd_manifest(properties: dict[str, str]) -> Iterator[Problem]:
    version = properties.get("manifest.version", "")
    if version != "1.0":
        where = {"file": MANIFEST, "column": "manifest.version", "value": version}
        yield report(package_problems.MANIFEST_VERSION, **where)


def _version(properties: dict[str, str]) -> tuple[str, list[Problem]]:
    """Return 1.1 or 1.2 (1.2.1 is read as 1.2), or the reason why neither."""
    stated = properties.get("oneroster.version", "")
    short = ".".join(stated.split(".")[:2])
    if short in READ:
        return short, []
    where = {"file": MANIFEST, "column": "oneroster.version", "value": stated}
    return "1.2", [report(package_problems.VERSION_UNKNOWN, **where, number=stated or "(nothing)")]


def _modes(
    properties: dict[str, str], members: dict[str, ZipInfo], known: set[str]
) -> tuple[dict[str, Mode], list[Problem], list[Problem]]:
    """Read every `file.*` line and hold it against the members: errors, then warnings.

    Only lines and files that this version's roster is read from can be wrong.
    """
    modes: dict[str, Mode] = {}
    found: list[Problem] = []
    unused: list[Problem] = []
    for name, value in properties.items():
        if not name.startswith("file."):
            continue
        file, word = name.removeprefix("file."), value.casefold()
        if file not in known:
            unused += _find_unused_lines(file, word, members)
            continue
        if word not in _MODES:
            where = {"file": MANIFEST, "column": name, "value": value}
            found.append(report(package_problems.MANIFEST_MODE, **where, name=name))
            continue
        modes[file] = _MODES[word]
        if modes[file] is not Mode.ABSENT and file not in members:
            found.append(
                report(package_problems.FILE_MISSING, file=f"{file}.csv", file_name=file, word=word)
            )
    undeclared = [file for file in members if modes.get(file, Mode.ABSENT) is Mode.ABSENT]
    found += [_report_undeclared(file) for file in undeclared if file in known]
    return modes, found, unused


def _find_unused_lines(file: str, word: str, members: dict[str, ZipInfo]) -> list[Problem]:
    """Warn of a line that says nothing of a file, or something that is not so."""
    is_file = file in _BINDING.values()
    if is_file and word in _MODES and (word == Mode.ABSENT or file in members):
        return []
    return [report(package_problems.MANIFEST_LINE, **_line(f"file.{file}", word))]


def _report_undeclared(file: str) -> Problem:
    return report(package_problems.FILE_UNDECLARED, file=f"{file}.csv", file_name=file)
