"""Refusals: how the product says no.

Each refusal is declared once, as a value, in the `refusals.py` of its domain:

    TEAM_FULL = ProblemType(
        "team_full", Conflict, "A data team has at most {most} people.", "Remove a person first."
    )

and raised as `raise refusals.TEAM_FULL(most=MOST_PEOPLE)`. The code is for programs. The sentence
and the way out are for people. Only the web edge knows the HTTP status of each kind
(`web/problems.py`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from string import Formatter
from typing import Generic, NamedTuple, TypeVar


class Detail(NamedTuple):
    """One wrong place in a request: a JSON pointer, a code, a sentence."""

    pointer: str
    code: str
    message: str

    def at(self, pointer: str, words: str = "") -> Detail:
        """Return it at another place, with words in front of its sentence."""
        return Detail(pointer, self.code, join(words, self.message))


class Refusal(Exception):
    """The request was understood and is not carried out."""

    def __init__(
        self,
        code: str,
        message: str,
        *,
        pointer: str = "",
        details: Sequence[Detail] = (),
        **facts: object,
    ) -> None:
        """Keep the code, the sentence and, where there is one, the place and further facts."""
        super().__init__(message)
        self.code = code
        self.message = message
        self.details = tuple(details) or ((Detail(pointer, code, message),) if pointer else ())
        self.facts = facts

    def __str__(self) -> str:
        """Read as `code: sentence` in logs and test failures."""
        return f"{self.code}: {self.message}"


class Malformed(Refusal):
    """The request cannot be read (not JSON, an unknown parameter, a broken cursor)."""


class Unauthenticated(Refusal):
    """Nobody is signed in, or the sign-in is no longer good."""


class Forbidden(Refusal):
    """The person may know of this but may not do it."""


class NotFound(Refusal):
    """There is no such thing, or it is not this person's to see: the two look alike."""


class Conflict(Refusal):
    """The thing is in a state that does not allow this now."""


class Stale(Refusal):
    """Somebody changed it since it was read; `facts["version"]` is the present version."""


class PreconditionRequired(Refusal):
    """A change must say which version it is a change of."""


class TooLarge(Refusal):
    """More than the product takes in one request."""


class Invalid(Refusal):
    """The request reads well and its content breaks a rule."""


class UnsupportedMediaType(Refusal):
    """The body is sent in a form that is not read here, whatever it says."""


class TooManyRequests(Refusal):
    """More requests at once than the product takes; only the gateway refuses them."""


class TimedOut(Refusal):
    """The answer took longer than the gateway waits for it."""


class Unavailable(Refusal):
    """A service we stand on did not answer; the same request may be sent again."""


Kind = TypeVar("Kind", bound=Refusal)


class ProblemType(Generic[Kind]):
    """One declared refusal: what RFC 9457 calls a problem type.

    `sentence` says what is wrong, `way_out` what to do. Both may hold `{names}` for facts that are
    known only when it is raised. A code has one declaration; where it needs other words in another
    place, that is a `variant` of it.
    """

    __slots__ = ("code", "is_variant", "kind", "sentence", "way_out")

    def __init__(  # no data class: each costs every cold start five million instructions
        self, code: str, kind: type[Kind], sentence: str, way_out: str, *, is_variant: bool = False
    ) -> None:
        """Declare it."""
        self.code = code
        self.kind = kind
        self.sentence = sentence
        self.way_out = way_out
        self.is_variant = is_variant

    def variant(self, sentence: str, way_out: str) -> ProblemType[Kind]:
        """Declare other words for the same code."""
        return ProblemType(self.code, self.kind, sentence, way_out, is_variant=True)

    @property
    def text(self) -> str:
        """The sentence and the way out, with the names of open facts."""
        return join(self.sentence, self.way_out)

    def __call__(
        self, pointer: str = "", *, details: Sequence[Detail] = (), **facts: object
    ) -> Kind:
        """Make the refusal to raise.

        A fact that the text names is written into it. Every other fact is a member of the problem.
        """
        text = self.text
        named = names_in(text)
        message = text.format_map(facts) if named else text
        members = {name: fact for name, fact in facts.items() if name not in named}
        return self.kind(self.code, message, pointer=pointer, details=details, **members)


class FieldProblem:
    """One declared problem of a single place in a request: a code, a sentence, a way out."""

    __slots__ = ("code", "is_variant", "sentence", "way_out")

    def __init__(
        self, code: str, sentence: str, way_out: str = "", *, is_variant: bool = False
    ) -> None:
        """Declare it."""
        self.code = code
        self.sentence = sentence
        self.way_out = way_out
        self.is_variant = is_variant

    def variant(self, sentence: str, way_out: str = "") -> FieldProblem:
        """Declare other words for the same code."""
        return FieldProblem(self.code, sentence, way_out, is_variant=True)

    @property
    def text(self) -> str:
        """The sentence and the way out, with the names of open facts."""
        return join(self.sentence, self.way_out)

    def __call__(self, pointer: str, **facts: object) -> Detail:
        """Name the place and the facts."""
        return Detail(pointer, self.code, fill(self.text, facts))


class FileFinding(NamedTuple):
    """One problem that an uploaded file has: what is wrong, the way out, how bad it is."""

    code: str
    reason: str
    fix: str
    severity: str


class FileProblem:
    """One declared problem of an uploaded file: how bad it is, what is wrong, the way out."""

    __slots__ = ("code", "fix", "is_variant", "reason", "severity")

    def __init__(
        self, code: str, severity: str, reason: str, fix: str = "", *, is_variant: bool = False
    ) -> None:
        """Declare it."""
        self.code = code
        self.severity = severity
        self.reason = reason
        self.fix = fix
        self.is_variant = is_variant

    def variant(self, reason: str, fix: str = "", *, severity: str = "") -> FileProblem:
        """Declare other words for the same code; a `severity` only where it is another."""
        return FileProblem(self.code, severity or self.severity, reason, fix, is_variant=True)

    def __call__(self, **facts: object) -> FileFinding:
        """Write the facts into reason and way out."""
        return FileFinding(
            self.code, fill(self.reason, facts), fill(self.fix, facts), self.severity
        )


def join(sentence: str, way_out: str) -> str:
    """Put the way out behind the sentence, if there is one."""
    return f"{sentence} {way_out}" if way_out else sentence


def fill(text: str, facts: Mapping[str, object]) -> str:
    """Write the facts into the text."""
    return text.format_map(facts) if facts else text


def names_in(text: str) -> set[str]:
    """Return the names of the facts that a text leaves open."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def not_found(what: str, code: str = "") -> ProblemType[NotFound]:
    """Declare that there is no such thing for this person; `what` is a noun of the glossary."""
    return ProblemType(
        code or f"{what.replace(' ', '_').replace('-', '_')}_not_found",
        NotFound,
        f"This {what} does not exist, or you do not have access to it.",
        "Check the link you followed.",
    )


NOT_SIGNED_IN = ProblemType(
    "not_signed_in", Unauthenticated, "You are not signed in.", "Sign in and try again."
)
CHANGED_MEANWHILE = ProblemType(
    "changed_meanwhile",
    Stale,
    "This {thing} was changed after you opened it, by a colleague or by you in another window. "
    "Your change was not saved.",
    "Reload it, look at what changed, and make your change again.",
)


def stale(what: str, version: int) -> Stale:
    """Return the refusal of a change to a version that has changed since; nothing has been saved.

    Nobody knows who changed it: it may have been the same person in another window.
    """
    return CHANGED_MEANWHILE(thing=what, version=version)
