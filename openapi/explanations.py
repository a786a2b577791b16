'''Reads the meaning of each field from the source: the text that stands below it.

    class TrackerView(Representation):
        """A teacher's board for one class."""

        school: str = Field(serialization_alias="school_id")
        """The school of the class. Example: `S-104`"""

Such texts cost nothing in Lambda: the compiler drops them. Here they are read from the source, for
fields of models and for members of enums alike. Three forms mean something to programs:

- a last `Example: ...` in backticks, or `Examples:` with several, becomes the field's examples;
- a line that begins with a hyphen and a word in backticks describes one value of a text that has
  only these, or one key of an object: "- `pre`: The pre-test." Two quotes stand for a blank value.
'''

from __future__ import annotations

import ast
import inspect
import itertools
import re
import sys
from functools import cache
from types import ModuleType
from typing import NamedTuple

_EXAMPLES = re.compile(r"\s*\bExamples?: (`[^`]+`(?:, `[^`]+`)*)\.?\s*\Z")
_LISTED = re.compile(r"^- `([^`]+)`: (.+(?:\n {2}.+)*)\n?", re.MULTILINE)


class Explanation(NamedTuple):
    """A field's or a value's text, without what programs read."""

    text: str
    examples: tuple[str, ...] = ()
    """As they are written; the field's type says how they are read."""
    listed: tuple[tuple[str, str], ...] = ()
    """Values or keys, each with its own text."""


def read_explanation(docstring: str) -> Explanation:
    r"""Take a text apart.

    >>> read_explanation("The class's school.\n\nExample: `S-104`")
    Explanation(text="The class's school.", examples=('S-104',), listed=())
    """
    text = inspect.cleandoc(docstring)
    found = _EXAMPLES.search(text)
    examples = tuple(re.findall(r"`([^`]+)`", found[1])) if found else ()
    text = text[: found.start()] if found else text
    found_lines = _LISTED.findall(f"{text}\n")
    listed = tuple((name.strip('"'), _on_one_line(answer)) for name, answer in found_lines)
    plain = _LISTED.sub("", f"{text}\n")
    return Explanation(_paragraphs(plain), examples, listed)


def _paragraphs(text: str) -> str:
    return "\n\n".join(_on_one_line(each) for each in text.strip().split("\n\n") if each.strip())


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def explain_class(cls: type) -> str:
    """Return a class's own text, in paragraphs; blank where it has none."""
    return _paragraphs(inspect.cleandoc(cls.__dict__.get("__doc__") or ""))


def explain(cls: type, name: str) -> Explanation | None:
    """Return the text below a field or a member, of the class or of what it derives from."""
    for each in cls.__mro__:
        found = _read_explanations(each).get(name)
        if found is not None:
            return found
    return None


@cache
def _read_explanations(cls: type) -> dict[str, Explanation]:
    module = sys.modules.get(cls.__module__)
    if module is None or not cls.__module__.startswith("chalicelib"):
        return {}
    body = _classes(module).get(cls.__qualname__, [])
    return {
        name: read_explanation(text)
        for field, below in itertools.pairwise(body)
        if (name := _name(field)) and (text := _text(below))
    }


@cache
def _classes(module: ModuleType) -> dict[str, list[ast.stmt]]:
    tree = ast.parse(inspect.getsource(module))
    return {each.name: each.body for each in ast.walk(tree) if isinstance(each, ast.ClassDef)}


def _name(field: ast.stmt) -> str:
    target = (
        field.target
        if isinstance(field, ast.AnnAssign)
        else field.targets[0]
        if isinstance(field, ast.Assign)
        else None
    )
    return target.id if isinstance(target, ast.Name) else ""


def _text(below: ast.stmt) -> str:
    value = below.value if isinstance(below, ast.Expr) else None
    return value.value if isinstance(value, ast.Constant) and isinstance(value.value, str) else ""
