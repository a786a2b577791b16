"""A content package: a zip with an `imsmanifest.xml`, or one question as an XML file.

Gives the files of the questions in the order of the package's test, if it has one, else of its
manifest. Nothing is unpacked to disk, no link leaves the zip.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from chalicelib import zips
from chalicelib.item_imports import question_problems
from chalicelib.zips import Harm

from . import outline as outlines
from . import tree, xinclude
from .declarations import TRUE, read_number
from .errors import FileRefused, NotTaken, cut
from .members import Members
from .outline import Outline, QuestionReference, place
from .tree import Node

if TYPE_CHECKING:
    from zipfile import ZipFile

MANIFEST = "imsmanifest.xml"
LARGEST = 100 * 1024**2
"""Bytes of a package."""
MOST_ITEMS = 500
"""The most questions of one package that are read."""
SHOWN_UNLISTED = 500
"""Characters of the names of questions that nothing leads to."""
_BEGINNING = 4096
"""Bytes of a file that show its root."""
BOUNDS = zips.Bounds(members=10_000, total=1024**3, ratio=150, floor=256 * 1024)
"""Pictures and recordings are never unpacked; they count all the same."""

_UNSAFE: dict[Harm, Callable[[zips.Unsafe], FileRefused]] = {
    Harm.TOO_MANY_MEMBERS: lambda found: FileRefused(
        question_problems.ZIP_TOO_MANY_MEMBERS, number=found.number
    ),
    Harm.TOO_LARGE: lambda _: FileRefused(question_problems.ZIP_TOO_LARGE),
    Harm.BOMB: lambda found: FileRefused(
        question_problems.ZIP_BOMB, shown=cut(found.shown), number=found.number
    ),
    Harm.DUPLICATE: lambda found: FileRefused(
        question_problems.ZIP_DUPLICATE_MEMBER, number=found.number, shown=cut(found.shown)
    ),
    Harm.ESCAPES: lambda found: FileRefused(
        question_problems.ZIP_PATH_TRAVERSAL, shown=cut(found.shown)
    ),
    Harm.LINK: lambda found: FileRefused(question_problems.ZIP_SYMLINK, shown=cut(found.shown)),
    Harm.ENCRYPTED: lambda found: FileRefused(
        question_problems.ZIP_ENCRYPTED, shown=cut(found.shown)
    ),
    Harm.METHOD: lambda found: FileRefused(question_problems.ZIP_METHOD, shown=cut(found.shown)),
}
_ITEM = re.compile(r"imsqti_(apip)?item_xmlv2p\d+|imsqti_item_xmlv3p\d+", re.IGNORECASE)
_TEST = re.compile(r"imsqti_(apip)?test_xmlv\d+p\d+", re.IGNORECASE)
_OLD = re.compile(r"imsqti_(item_|asi_)?xmlv1p\d+.*", re.IGNORECASE)
_ITEM_ROOT = outlines.ITEM
_OLD_ROOT = "questestinterop"


@dataclass(frozen=True, slots=True)
class QuestionSource:
    """One question's file: its place, its name there, and its reader."""

    file: str
    identifier: str
    read: Callable[[], Node]
    """Reads it again each time: no more than one tree is held. Raises `NotTaken`."""
    metadata: tuple[Node, ...] = ()


@dataclass(slots=True)
class QuestionPackage:
    """The questions of a package, and the notes for all of it."""

    sources: list[QuestionSource] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@contextmanager
def open_package(content: bytes) -> Iterator[QuestionPackage]:
    """Open a package or a single question. Raises `FileRefused` where neither can be read."""
    if content.startswith(b"PK") or not _looks_like_xml(content):
        with _open_archive(content) as archive:
            yield _Reader(archive).package()
    else:
        root = tree.read(content)
        yield QuestionPackage([QuestionSource("", "", lambda: _require_question(root))])


def _looks_like_xml(content: bytes) -> bool:
    start = content[:200].replace(b"\x00", b"")
    start = start.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return start.startswith(b"<")


@contextmanager
def _open_archive(content: bytes) -> Iterator[ZipFile]:
    try:
        with zips.open_zip(io.BytesIO(content)) as archive:
            for found in zips.unsafe(archive.infolist(), BOUNDS):
                raise _UNSAFE[found.harm](found)
            yield archive
    except zips.NotAZip as error:
        raise FileRefused(question_problems.NOT_A_PACKAGE) from error


def _require_question(root: Node) -> Node:
    """Return a tree that is a question. Raises `FileRefused` for one that is none."""
    if root.name == _OLD_ROOT:
        raise _old()
    if root.name != _ITEM_ROOT:
        raise FileRefused(question_problems.NOT_A_QUESTION, name=cut(root.name))
    return root


def _old() -> FileRefused:
    return FileRefused(question_problems.QTI_1)


class _Reader:
    """Reads one zip by its manifest."""

    def __init__(self, archive: ZipFile) -> None:
        self._members = Members(archive)
        self._roots: dict[str, str] = {}
        """Names of files' roots, as far as they were looked at."""

    def package(self) -> QuestionPackage:
        if MANIFEST not in self._members:
            raise self._no_manifest()
        manifest = tree.read(self._members.content(MANIFEST))
        if manifest.name != "manifest":
            raise FileRefused(question_problems.MANIFEST_UNREADABLE)
        base = self._base(manifest)
        outline = Outline(self._members)
        sources: dict[str, QuestionSource] = {}
        for part in manifest.all("resources"):
            for resource in part.all("resource"):
                self._sort_in(resource, base, sources, outline)
        found = self._order_sources(sources, outline)
        if len(found) > MOST_ITEMS:
            raise FileRefused(
                question_problems.TOO_MANY_QUESTIONS, candidates=len(found), most=MOST_ITEMS
            )
        return QuestionPackage(found, [*_notes(outline), *self._note_unlisted(found)])

    def _note_unlisted(self, found: list[QuestionSource]) -> Iterator[str]:
        """Name the questions in the zip that neither its manifest nor its tests speak of."""
        taken = {source.file for source in found}
        others = sorted(file for file in self._members if file not in taken)
        unlisted = [file for file in others if self._peek_root(file, "") == _ITEM_ROOT]
        if unlisted:
            yield (
                "These files hold questions, but neither the manifest nor a test names them, so "
                f"they are not imported: {cut(', '.join(unlisted), SHOWN_UNLISTED)}."
            )

    def _no_manifest(self) -> FileRefused:
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
        return FileRefused(question_problems.MANIFEST_MISSING, how=how)

    def _sort_in(
        self, resource: Node, base: str, sources: dict[str, QuestionSource], outline: Outline
    ) -> None:
        """Take a resource for a question, a test, or neither, by its type, else by its file."""
        identifier, kind = resource.get("identifier"), resource.get("type")
        href = resource.get("href") or next((f.get("href") for f in resource.all("file")), "")
        metadata = tuple(each for each in resource.nodes if each.name == "metadata")
        try:
            file = place("", base + self._base(resource) + href if href else "")
        except FileRefused as trouble:
            if _ITEM.fullmatch(kind) or _OLD.fullmatch(kind) or _TEST.fullmatch(kind):
                lost = QuestionSource(href, identifier, partial(_raise, trouble), metadata)
                sources.setdefault(href or identifier, lost)
            return
        root = self._peek_root(file, kind)
        if root in outlines.STRUCTURE or (_TEST.fullmatch(kind) and root != _ITEM_ROOT):
            outline.follow(file, identifier)
        elif root == _OLD_ROOT or _OLD.fullmatch(kind):
            sources.setdefault(
                file, QuestionSource(file, identifier, partial(_raise, _old()), metadata)
            )
        elif root == _ITEM_ROOT or _ITEM.fullmatch(kind) or self._is_lost(file, kind):
            sources.setdefault(
                file, QuestionSource(file, identifier, partial(self._question, file), metadata)
            )

    def _is_lost(self, file: str, kind: str) -> bool:
        """Return whether it says in words of its own that it is a question, and is not there."""
        text = kind.lower()
        return file not in self._members and ("qti" in text or "item" in text)

    def _peek_root(self, file: str, kind: str) -> str:
        """Return the name of a file's root, as far as its beginning shows it."""
        if file not in self._members or not (
            file.lower().endswith(".xml") or "qti" in kind.lower()
        ):
            return ""
        if file not in self._roots:
            self._roots[file] = self._peek(file)
        return self._roots[file]

    def _peek(self, file: str) -> str:
        content = self._members.content
        try:
            return tree.peek(content(file, _BEGINNING)) or tree.peek(content(file))
        except NotTaken:
            return ""

    def _question(self, file: str) -> Node:
        return _require_question(xinclude.read(file, self._members))

    def _order_sources(
        self, sources: dict[str, QuestionSource], outline: Outline
    ) -> list[QuestionSource]:
        """Put the questions in the order of the package's tests; each comes once."""
        found = [self._find_source(each, sources) for each in outline.questions.values()]
        found += [each for file, each in sources.items() if file not in outline.questions]
        return found + [_build_lost_source(each) for each in outline.lost.values()]

    def _find_source(
        self, reference: QuestionReference, sources: dict[str, QuestionSource]
    ) -> QuestionSource:
        if reference.trouble is not None:
            return _build_lost_source(reference)
        listed = sources.get(reference.file)
        read = partial(self._question, reference.file)
        return listed or QuestionSource(reference.file, reference.identifier, read)

    def _base(self, node: Node) -> str:
        """Return the prefix that `xml:base` puts before a link."""
        own = node.get("base")
        inner = next((part.get("base") for part in node.nodes if part.name == "resources"), "")
        return own + inner


def _raise(trouble: NotTaken) -> NoReturn:
    raise trouble


def _build_lost_source(reference: QuestionReference) -> QuestionSource:
    trouble = reference.trouble
    assert trouble is not None  # it leads nowhere
    return QuestionSource(reference.file, reference.identifier, partial(_raise, trouble))


def _notes(outline: Outline) -> list[str]:
    """Return the lost parts of the tests, each once."""
    lost = [note for root in outline.roots for note in _describe_test_losses(root)]
    return list(dict.fromkeys(lost))


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


def _describe_test_losses(root: Node) -> list[str]:
    found = [
        words for name, words in _OF_TESTS.items() if any(_matters(node) for node in root.all(name))
    ]
    if not found:
        return []
    text = ", ".join(found)
    return [f"The package's test {text}: that is not taken over, each question counts for itself."]


def _matters(node: Node) -> bool:
    """Return whether a part of a test changes anything: not what says that all is as usual."""
    if node.name == "ordering":
        return node.get("shuffle") in TRUE
    if node.name == "weight":
        return read_number(node.get("value")) != 1
    return True
