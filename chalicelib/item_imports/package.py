"""A content package: a zip with an `imsmanifest.xml`, or one question as an XML file.

Gives the files of the questions in the order of the package's test, if it has one, else of its
manifest. Nothing is unpacked to disk, no link leaves the zip.
"""

from __future__ import annotations

import io
import posixpath
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import unquote, urlsplit

from chalicelib import zips
from chalicelib.item_imports import question_problems
from chalicelib.zips import Harm

from . import tree
from .tree import Node
from .trouble import NotTaken, Refused, cut

if TYPE_CHECKING:
    from zipfile import ZipFile

MANIFEST = "imsmanifest.xml"
LARGEST = 100 * 1024**2
"""Bytes of a package."""
MOST_ITEMS = 500
"""Questions of one package that are looked at."""
MOST_TESTS = 20
"""Tests of one package that are asked for the order."""
BOUNDS = zips.Bounds(members=10_000, total=1024**3, ratio=150, floor=256 * 1024)
"""Pictures and recordings are never unpacked; they count all the same."""

_UNSAFE: dict[Harm, Callable[[zips.Unsafe], Refused]] = {
    Harm.TOO_MANY_MEMBERS: lambda found: Refused(
        question_problems.ZIP_TOO_MANY_MEMBERS, number=found.number
    ),
    Harm.TOO_LARGE: lambda _: Refused(question_problems.ZIP_TOO_LARGE),
    Harm.BOMB: lambda found: Refused(
        question_problems.ZIP_BOMB, shown=cut(found.shown), number=found.number
    ),
    Harm.DUPLICATE: lambda found: Refused(
        question_problems.ZIP_DUPLICATE_MEMBER, number=found.number, shown=cut(found.shown)
    ),
    Harm.ESCAPES: lambda found: Refused(
        question_problems.ZIP_PATH_TRAVERSAL, shown=cut(found.shown)
    ),
    Harm.LINK: lambda found: Refused(question_problems.ZIP_SYMLINK, shown=cut(found.shown)),
    Harm.ENCRYPTED: lambda found: Refused(question_problems.ZIP_ENCRYPTED, shown=cut(found.shown)),
    Harm.METHOD: lambda found: Refused(question_problems.ZIP_METHOD, shown=cut(found.shown)),
}
_ITEM = re.compile(r"imsqti_(apip)?item_xmlv2p\d+|imsqti_item_xmlv3p\d+", re.IGNORECASE)
_TEST = re.compile(r"imsqti_(apip)?test_xmlv\d+p\d+", re.IGNORECASE)
_OLD = re.compile(r"imsqti_(item_|asi_)?xmlv1p\d+.*", re.IGNORECASE)
_ITEM_ROOT = "assessmentItem"
_OLD_ROOT = "questestinterop"


@dataclass(frozen=True, slots=True)
class Source:
    """One question's file: where it is, what it is called there, and how it is read."""

    file: str
    identifier: str
    read: Callable[[], Node]
    """Reads it anew each time: no more than one tree is held. Raises `NotTaken`."""
    metadata: tuple[Node, ...] = ()


@dataclass(slots=True)
class Package:
    """The questions of a package, and what holds for all of it."""

    sources: list[Source] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@contextmanager
def opened(content: bytes) -> Iterator[Package]:
    """Open a package or a single question. Raises `Refused` when there is nothing to go on with."""
    if content.startswith(b"PK") or not _looks_like_xml(content):
        with _zipped(content) as archive:
            yield _Reader(archive).package()
    else:
        root = tree.read(content)
        yield Package([Source("", "", lambda: _judged(root))])


def _looks_like_xml(content: bytes) -> bool:
    start = content[:200].replace(b"\x00", b"")
    start = start.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return start.startswith(b"<")


@contextmanager
def _zipped(content: bytes) -> Iterator[ZipFile]:
    try:
        with zips.opened(io.BytesIO(content)) as archive:
            for found in zips.unsafe(archive.infolist(), BOUNDS):
                raise _UNSAFE[found.harm](found)
            yield archive
    except zips.NotAZip as error:
        raise Refused(question_problems.NOT_A_PACKAGE) from error


def _judged(root: Node) -> Node:
    """Give a tree that is a question. Raises `Refused` for one that is none."""
    if root.name == _OLD_ROOT:
        raise _old()
    if root.name != _ITEM_ROOT:
        raise Refused(question_problems.NOT_A_QUESTION, name=cut(root.name))
    return root


def _old() -> Refused:
    return Refused(question_problems.QTI_1)


class _Reader:
    """Reads one zip by its manifest."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        infos = [info for info in archive.infolist() if not info.is_dir()]
        self._members = {posixpath.normpath(zips.plain_name(info)): info for info in infos}

    def package(self) -> Package:
        if MANIFEST not in self._members:
            raise self._no_manifest()
        manifest = tree.read(self._content(MANIFEST))
        if manifest.name != "manifest":
            raise Refused(question_problems.MANIFEST_UNREADABLE)
        base = self._base(manifest)
        resources = [each for part in manifest.all("resources") for each in part.all("resource")]
        candidates = [each for each in resources if _may_be_question(each)]
        if len(candidates) > MOST_ITEMS:
            raise Refused(
                question_problems.TOO_MANY_QUESTIONS, candidates=len(candidates), most=MOST_ITEMS
            )
        sources = [source for each in candidates for source in self._sources(each, base)]
        return Package(*self._ordered(sources, resources, base))

    def _no_manifest(self) -> Refused:
        nested = next((n for n in self._members if n.casefold().endswith("/" + MANIFEST)), "")
        inner = next((n for n in self._members if n.casefold().endswith(".zip")), "")
        if nested:
            how = (
                f"It is inside a folder ({cut(nested)}): zip the files themselves, not the folder."
            )
        elif inner:
            how = f"It holds another zip ({cut(inner)}): unpack it, and upload the inner one."
        else:
            how = "Export the questions as a QTI package."
        return Refused(question_problems.MANIFEST_MISSING, how=how)

    def _sources(self, resource: Node, base: str) -> Iterator[Source]:
        """Give a resource's question; of one that does not say what it is, only if it is one."""
        source = self._source(resource, base)
        if not _is_question(resource.get("type")):
            try:
                source.read()
            except NotTaken:
                return
        yield source

    def _source(self, resource: Node, base: str) -> Source:
        identifier, kind = resource.get("identifier"), resource.get("type")
        href = resource.get("href") or next((f.get("href") for f in resource.all("file")), "")
        metadata = tuple(each for each in resource.nodes if each.name == "metadata")
        try:
            file = _place(base + self._base(resource), href)
        except Refused as trouble:
            return Source(href, identifier, partial(_raise, trouble), metadata)
        if _OLD.fullmatch(kind):
            return Source(file, identifier, partial(_raise, _old()), metadata)
        return Source(file, identifier, partial(self._question, file), metadata)

    def _question(self, file: str) -> Node:
        return _judged(tree.read(self._content(file)))

    def _ordered(
        self, sources: list[Source], resources: list[Node], base: str
    ) -> tuple[list[Source], list[str]]:
        """Put the questions in the order of the package's tests; each comes once."""
        places: dict[str, int] = {}
        tests = [each for each in resources if _TEST.fullmatch(each.get("type"))][:MOST_TESTS]
        notes = []
        for test in tests:
            try:
                file = _place(base + self._base(test), test.get("href"))
                root = tree.read(self._content(file))
            except NotTaken as trouble:
                notes.append(f"The order of the test is lost. {trouble.reason}")
                continue
            for reference in root.all("assessmentItemRef"):
                href = posixpath.join(posixpath.dirname(file), unquote(reference.get("href")))
                places.setdefault(posixpath.normpath(href), len(places))
            notes += _lost_of_test(root)
        once = {(source.file or source.identifier): source for source in reversed(sources)}
        kept = [s for s in sources if once[s.file or s.identifier] is s]
        last = len(places)
        return sorted(kept, key=lambda source: places.get(source.file, last)), notes

    def _content(self, file: str) -> bytes:
        info = self._members.get(file)
        if info is None:
            raise Refused(question_problems.FILE_MISSING, file=cut(file))
        if info.file_size > tree.LARGEST:
            raise Refused(
                question_problems.FILE_TOO_LARGE, file=cut(file), file_size=info.file_size
            )
        try:
            with self._archive.open(info) as member:
                return member.read(tree.LARGEST + 1)
        except zips.DAMAGE as error:
            raise Refused(question_problems.FILE_DAMAGED, file=cut(file)) from error

    def _base(self, node: Node) -> str:
        """What `xml:base` puts before a link."""
        own = node.get("base")
        inner = next((part.get("base") for part in node.nodes if part.name == "resources"), "")
        return own + inner


def _is_question(kind: str) -> bool:
    return bool(_ITEM.fullmatch(kind) or _OLD.fullmatch(kind))


def _may_be_question(resource: Node) -> bool:
    """Tell whether a resource is a question, or an XML file that does not say what it is."""
    kind = resource.get("type")
    unsaid = not kind or "item" in kind.lower()
    return _is_question(kind) or (unsaid and resource.get("href").lower().endswith(".xml"))


def _raise(trouble: NotTaken) -> NoReturn:
    raise trouble


def _place(base: str, href: str) -> str:
    """Give the member that a link means. Raises `Refused` for one that leads out of the zip."""
    path = unquote(urlsplit((base + href).replace("\\", "/")).path)
    if urlsplit(href).scheme or zips.escapes(path) or not href:
        raise Refused(question_problems.OUTSIDE_PACKAGE, href=cut(href))
    return posixpath.normpath(path)


_OF_TESTS = {
    "selection": "picks questions at random",
    "ordering": "shuffles them",
    "timeLimits": "has time limits",
    "weight": "weighs questions",
    "preCondition": "shows questions on conditions",
    "branchRule": "branches",
    "outcomeProcessing": "has scoring rules of its own",
    "testFeedback": "has feedback",
    "rubricBlock": "has instructions",
}


def _lost_of_test(root: Node) -> list[str]:
    found = [words for name, words in _OF_TESTS.items() if next(root.all(name), None)]
    if not found:
        return []
    said = ", ".join(found)
    return [f"The package's test {said}: that is not taken over, each question counts for itself."]
