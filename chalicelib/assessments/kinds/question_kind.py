"""The facts that the product needs of a kind of question. mypy names those a new kind lacks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from chalicelib.assessments.items import LETTERS, Item

if TYPE_CHECKING:
    from chalicelib.assessments.key_entries import KeyEntry, KeyReading
    from chalicelib.assessments.partial_credit import Key
    from chalicelib.errors import Detail, FileFinding

ReadKey: TypeAlias = "Callable[[KeyEntry], KeyReading | FileFinding]"

NOTHING = Fraction(0)


class FixedChoice(NamedTuple):
    """A choice that every question of a kind has."""

    response: str
    """The answer, as it is kept."""
    letter: str
    """The letter that a student marks on paper."""
    word: str
    """The word beside the letter."""


class QuestionKind(NamedTuple):
    """A kind of question: its rule, its answers, and how it stands on paper and in files."""

    # -- the rule
    check: Callable[[Item], Iterator[Detail]]
    """Finds problems of the key, and of the fields that mean something here."""

    # -- answers
    read: Callable[[Item, object], str]
    """Converts an answer that somebody gave to the one form in which it is kept.

    Raises `ValueError` with a sentence for people when it cannot be an answer to this item.
    """
    score: Callable[[Item, str, Key], Fraction]
    """Gives the points that an answer in this form earns by a key, exactly; it never refuses."""

    # -- key files
    type_words: str
    """Its names in a column of types: small letters and digits, with blanks between the words."""
    read_key: ReadKey
    """Reads a file's answers as the key of a question of this kind."""

    # -- paper
    room: Literal["choices", "line", "lines"]
    """Where a student answers: by marking letters, in a word or a number, in writing."""
    describe_key: Callable[[Item, Sequence[str]], str]
    """Describes in words the right answer by a key."""

    # -- traits that most kinds do not have
    fields: frozenset[str] = frozenset()
    """Those of `choices`, `scoring` and `tolerance` that mean something here."""
    by_hand: bool = False
    """A teacher enters its points; it has no key, and no answer is kept."""
    fixed_choices: tuple[FixedChoice, ...] = ()
    """Choices that do not depend on the item; a bubble sheet may call them A, B and so on."""
    is_several: bool = False
    """An answer may be several of the choices."""
    is_free_text: bool = False
    """Any word may be an answer, also one that means something else in other cells."""
    instruction: str = ""
    """The instruction below the question on paper."""

    @property
    def is_marked(self) -> bool:
        """Whether a student marks letters, as on a bubble sheet."""
        return self.room == "choices"

    @property
    def has_choices(self) -> bool:
        """Whether an item says what can be chosen."""
        return "choices" in self.fields

    @property
    def is_lettered(self) -> bool:
        """Whether an answer is letters of an item's choices, in whatever order they are given."""
        return self.is_marked and self.has_choices

    def list_choices(self, item: Item) -> tuple[str, ...]:
        """Return what can be chosen, as answers have it; nothing where an answer is written."""
        fixed = tuple(each.response for each in self.fixed_choices)
        return fixed or (tuple(LETTERS[: len(item.choices)]) if self.is_marked else ())

    def list_letters(self, item: Item) -> tuple[str, ...]:
        """Return the letters that a student marks on paper."""
        fixed = tuple(each.letter for each in self.fixed_choices)
        return fixed or tuple(LETTERS[: len(item.choices)])
