"""A question with the files of its package that it includes (XInclude), each put in its place."""

from __future__ import annotations

import posixpath

from chalicelib.item_imports import question_problems

from . import tree
from .errors import FileRefused
from .members import Members
from .outline import place
from .tree import Node, Spent

MOST_INCLUDED = 20
"""Files that one question may include, each as often as it does."""


def read(file: str, members: Members) -> Node:
    """Read a question's file. Raises `FileRefused` for one that includes a missing file."""
    spent = Spent()
    root = tree.read(members.content(file), spent)
    if spent.includes:
        _Including(members, spent).complete(root, file)
    return root


class _Including:
    """Puts included files in their places; all share the bounds of one question."""

    def __init__(self, members: Members, spent: Spent) -> None:
        self._members = members
        self._spent = spent
        self._read = 0

    def complete(self, root: Node, file: str) -> None:
        waiting = [(root, file, 1)]
        while waiting:
            node, within, depth = waiting.pop()
            for at, child in enumerate(node.children):
                if isinstance(child, Node):
                    found, source = child, within
                    while _is_followed(found):
                        found, source = self._read_included(found, source, depth)
                    node.children[at] = found
                    waiting.append((found, source, depth + 1))

    def _read_included(self, node: Node, within: str, depth: int) -> tuple[Node, str]:
        self._read += 1
        if self._read > MOST_INCLUDED:
            raise FileRefused(question_problems.TOO_MANY_INCLUDED, most=MOST_INCLUDED)
        found = place(posixpath.dirname(within), node.get("href"))
        return tree.read(self._members.content(found), self._spent, depth), found


def _is_followed(node: Node) -> bool:
    """Return whether it includes a whole file as XML; a part of one, or a text, is not put in."""
    whole = node.get("parse") in ("", "xml") and not node.get("xpointer")
    return node.name == "include" and bool(node.get("href")) and whole
