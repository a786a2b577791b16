"""The questions that the tests of a package refer to, in order, through whatever a test includes.

A test holds sections; a section is written out, referred to (`assessmentSectionRef`) or included
(XInclude), and so on. Each file is read once, and the files are bounded. A reference that leads
nowhere is kept with its reason.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from chalicelib import zips
from chalicelib.item_imports import question_problems

from . import tree
from .errors import FileRefused, NotTaken, cut
from .members import Members
from .tree import Node

MOST_FILES = 20
"""Files of tests and sections that are read."""
ITEM = "assessmentItem"
STRUCTURE = frozenset(("assessmentTest", "testPart", "assessmentSection"))
"""Roots of what refers to questions."""
_WAYS_ON = ("assessmentItemRef", "assessmentSectionRef", "include")


@dataclass(frozen=True, slots=True)
class QuestionReference:
    """A question, or a part of a test, that a test refers to."""

    file: str
    """The member that it leads to; what the link says, where it leads nowhere."""
    identifier: str = ""
    trouble: NotTaken | None = None
    """Why it leads nowhere."""


@dataclass(slots=True)
class Outline:
    """The questions that the tests of a package refer to."""

    members: Members
    questions: dict[str, QuestionReference] = field(default_factory=dict)
    """By file, in order: each comes once."""
    lost: dict[str, QuestionReference] = field(default_factory=dict)
    """Tests and sections that could not be read."""
    roots: list[Node] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)

    def follow(self, file: str, identifier: str = "", *, any_part: bool = False) -> None:
        """Read a test or a section, and all its parts. Never raises.

        An included file may be `any_part` of a test: its rules, say, which refer to nothing.
        """
        if file in self._seen:
            return
        self._seen.add(file)
        try:
            if len(self._seen) > MOST_FILES:
                raise FileRefused(question_problems.TOO_MANY_SECTIONS, most=MOST_FILES)
            root = tree.read(self.members.content(file))
            if root.name not in (*STRUCTURE, ITEM) and not any_part:
                raise FileRefused(question_problems.NOT_A_TEST, name=cut(root.name))
        except NotTaken as trouble:
            self.lost[file] = QuestionReference(file, identifier, trouble)
            return
        if root.name == ITEM:
            self.questions.setdefault(file, QuestionReference(file, identifier))
            return
        self.roots.append(root)
        for node in root.all(*_WAYS_ON):
            self._go_on(node, file)

    def _go_on(self, node: Node, file: str) -> None:
        identifier, href = node.get("identifier"), node.get("href")
        asks = node.name == "assessmentItemRef"
        try:
            found = place(posixpath.dirname(file), href)
        except FileRefused as trouble:
            text = href or identifier
            lost = self.questions if asks else self.lost
            lost.setdefault(text, QuestionReference(text, identifier, trouble))
            return
        if asks:
            self.questions.setdefault(found, QuestionReference(found, identifier))
        else:
            self.follow(found, identifier, any_part=node.name == "include")


def place(folder: str, href: str) -> str:
    """Return the member that a link in a folder means. Raises `FileRefused` for one that leads out.

    >>> place("tests", "../items/my%20question.xml"), place("", "q.xml#part")
    ('items/my question.xml', 'q.xml')
    """
    path = unquote(urlsplit(href.replace("\\", "/")).path)
    led = posixpath.normpath(posixpath.join(folder, path))
    if not path or urlsplit(href).scheme or urlsplit(href).netloc or zips.escapes(led):
        raise FileRefused(question_problems.OUTSIDE_PACKAGE, href=cut(href))
    return led
