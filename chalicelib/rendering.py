"""The one door for rendering: every text that leaves as a letter or a page comes from `templates/`.

`templates/` stands beside `chalicelib/`, in the repository and (through `vendor/`) in Lambda alike.
jinja2 is imported at first use: the API's cold start does not need it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.ext import Extension
    from jinja2.lexer import Token, TokenStream

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"

COMPILED = Path(__file__).resolve().parent / "compiled_screens"
"""The console's templates as Python, in a package alone: to compile them takes 36 ms."""

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of the text after them: a name must not
turn ours."""

_HALF = re.compile("[\ud800-\udfff]")
"""Halves of characters, which no encoding can write."""


@dataclass(frozen=True, slots=True)
class RenderedEmail:
    """An email's three parts; the subject is one line, whatever was put into it."""

    subject: str
    text: str
    html: str


def letter(kind: str, context: Mapping[str, Any]) -> RenderedEmail:
    """Render `templates/email/<kind>/`. A name the context lacks raises `UndefinedError`."""
    folder = f"email/{kind}"
    return RenderedEmail(
        subject=one_line(_render(f"{folder}/subject.txt", context)),
        text=_render(f"{folder}/body.txt", context),
        html=_render(f"{folder}/body.html", context),
    )


def screen(template: str, context: Mapping[str, Any]) -> str:
    """Render one page of the console, given by its path under `templates/`.

    Every sentence in it goes through `_()`, where other languages will come in.
    """
    return _screens().get_template(template).render(context)


def one_line(text: str) -> str:
    r"""The text on one line, without control characters: safe in a header, a list or a heading.

    >>> one_line("Unit 4\r\nBcc: everyone@example.org")
    'Unit 4 Bcc: everyone@example.org'
    """
    return _HALF.sub("\N{REPLACEMENT CHARACTER}", _UNSEEN.sub("", " ".join(text.split())))


def readable(text: str) -> bool:
    r"""Return whether there is anything to be read in a text: a letter, a number or a sign.

    >>> readable("é"), readable("\N{SUNFLOWER}"), readable("\N{ZERO WIDTH SPACE} \u0301")
    (True, True, False)
    """
    return any(unicodedata.category(each)[0] in "LNPS" for each in text)


def shorten(text: str, length: int) -> str:
    """The text, cut at `length` characters with an ellipsis."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def _render(template: str, context: Mapping[str, Any]) -> str:
    return _letters().get_template(template).render(context)


@cache
def _letters() -> Environment:
    """Templates of letters: every value that is written out is put on one line first."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=select_autoescape(disabled_extensions=("txt",), default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_on_one_line,
    )
    environment.filters["shortened"] = shorten
    return environment


@cache
def _screens() -> Environment:
    """Templates of the console: compiled when the product was packaged, or from their sources."""
    from jinja2 import FileSystemLoader, ModuleLoader

    made = screen_environment()
    made.loader = ModuleLoader(COMPILED) if COMPILED.is_dir() else FileSystemLoader(TEMPLATES)
    return made


def screen_environment() -> Environment:
    """Make what the console's templates are compiled and rendered with."""
    from jinja2 import FileSystemLoader, StrictUndefined

    from chalicelib.screen_code import ScreenEnvironment

    words = _translations()
    made = ScreenEnvironment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[_fold_sentences(words["_"])],
    )
    made.globals |= words
    made.filters["grouped"] = group_digits
    return made


def _fold_sentences(translate: Callable[[str], str]) -> type[Extension]:
    """Make what puts a sentence without facts in its place when a template is compiled.

    jinja2 joins it to the text around it then, where a page called `_()` for each row of a table.
    With more languages the templates are compiled once for each of them.
    """
    from jinja2.ext import Extension
    from jinja2.lexer import Token

    pattern = ("name", "lparen", "string", "rparen")

    class FoldedSentences(Extension):
        """Puts what `_("...")` gives in its place: a text that needs no escaping."""

        def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
            """Yield the tokens of a template with every such call replaced."""
            seen: deque[Token] = deque()
            for token in stream:
                seen.append(token)
                if len(seen) < len(pattern):
                    continue
                if seen[0].value == "_" and tuple(each.type for each in seen) == pattern:
                    line, sentence = seen[2].lineno, str(translate(seen[2].value))
                    parts = (("string", sentence), ("pipe", "|"), ("name", "safe"))
                    yield from (Token(line, kind, text) for kind, text in parts)
                    seen.clear()
                else:
                    yield seen.popleft()
            yield from seen

    return FoldedSentences


def group_digits(value: Any) -> Any:
    """Write a whole number as people read it; anything else stays as it is.

    >>> group_digits(10000), group_digits("10000"), group_digits(None)
    ('10,000', '10000', None)
    """
    return f"{value:,}" if type(value) is int else value


def _translations() -> dict[str, Any]:
    """Return the one translation function, and its like for counts, as templates call them.

    A page calls it for every cell of a table. Jinja's own makes a context for each call: that took
    a third of the time of a page with a long table.
    """
    from markupsafe import Markup

    from chalicelib.screen_code import mark, write_out

    @lru_cache(4096)
    def plain(text: str) -> Markup:
        return Markup(text) % {}  # noqa: S704 - a template's own; as with facts, %% is one sign

    def translate(text: str, /, **facts: Any) -> Markup:
        if not facts:
            return plain(text)
        known = {name: write_out(group_digits(fact)) for name, fact in facts.items()}
        return mark(text % known)  # a template's own; facts are escaped

    def translate_count(one: str, many: str, number: int, /, **facts: Any) -> Markup:
        return translate(one if number == 1 else many, **{"num": number, **facts})

    return {"_": translate, "ngettext": translate_count}


def _on_one_line(value: Any) -> Any:
    """Leave what is already markup alone; it came from a template, not from a person."""
    return one_line(value) if type(value) is str else value
