"""One question of a key file as an item: before and after the file, and its problem."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic import ValidationError

from chalicelib.assessments import key_problems
from chalicelib.assessments.items import LETTERS, Item, ItemKind, Scoring
from chalicelib.assessments.key_entries import KeyReading
from chalicelib.assessments.kinds import KINDS
from chalicelib.assessments.kinds.choice_keys import highest_choice
from chalicelib.assessments.model import Assessment, AssessmentKind
from chalicelib.assessments.versions import FORMS, wrong_key
from chalicelib.errors import FileFinding, Invalid
from chalicelib.spreadsheets import SpreadsheetProblem, problem
from chalicelib.standards.model import StandardsSet

from .interpretation import reading
from .model import KeyFile, KeyFileQuestion

_FEWEST_CHOICES, _MOST_COMMON_CHOICES = 4, 10
"""Of a new question, when neither file nor client says more; of an answer sheet."""


@dataclass(frozen=True, slots=True)
class Defaults:
    """The values of new questions where the file has none."""

    standards: tuple[str, ...] = ()
    points: str = "1"
    choices: int = 0


@dataclass(frozen=True, slots=True)
class Keyed:
    """One question as it was understood: the item it is, its key on this form, what changes.

    `number` is as printed on the form, `of` the item's own; `change`: new, changed, same.
    """

    form: str
    number: int
    of: int
    row: int
    item: Item
    key: tuple[str, ...]
    change: str


class KeyFileRules:
    """How this file is read onto this assessment."""

    def __init__(
        self,
        assessment: Assessment,
        file: KeyFile,
        chosen: StandardsSet | None,
        defaults: Defaults,
    ) -> None:
        """Use these; `chosen` is the assessment's standards set, if it has one."""
        self.file = file
        self._old = assessment.contents.items
        self._header = assessment.header
        self._chosen = chosen
        self._defaults = defaults
        self._open = assessment.header.kind == AssessmentKind.DOCUMENT

    def of_the_file(self) -> list[SpreadsheetProblem]:
        """Find what concerns the file as a whole."""
        found = list[SpreadsheetProblem]()
        if self._chosen is None and len(self._old) == 0:
            found.append(problem(0, "", "", key_problems.STANDARDS_SET_MISSING()))
        if not any(q.cell("kind")[0] for q in self._questions):
            found += self._texts_among_letters()
        f_alone = next((q for q in self._questions if q.said.upper() == "F"), None)
        if f_alone and not self._truths and not self.f_is_choice:
            found.append(problem(f_alone.row, *f_alone.cell("key"), key_problems.F_READ_AS_FALSE()))
        return found

    def _texts_among_letters(self) -> list[SpreadsheetProblem]:
        """Name single words among letters: nobody can write them on a bubble sheet."""
        kinds = [
            (question, key_reading.kind)
            for question in self.file.by_form.get(FORMS[0], ())
            if isinstance(
                key_reading := reading(question, None, f_is_choice=self.f_is_choice), KeyReading
            )
        ]
        texts = [question for question, kind in kinds if KINDS[kind].is_free_text]
        lettered = [kind for _, kind in kinds if KINDS[kind].has_choices]
        if len(lettered) <= len(texts):
            return []
        return [problem(q.row, *q.cell("key"), key_problems.READ_AS_TEXT()) for q in texts]

    def read_question(
        self, question: KeyFileQuestion, found: list[SpreadsheetProblem]
    ) -> Keyed | None:
        """Read a question of form A; None, and a problem, when it cannot be used."""
        made = self._item(question)
        if not isinstance(made, Item):
            field, finding = made
            found.append(problem(question.row, *self._place(question, field), finding))
            return None
        found += self._odd(question, made)
        old = self.old(question.number)
        change = "new" if old is None else "same" if old == made else "changed"
        number = question.number
        return Keyed(question.form, number, number, question.row, made, made.key, change)

    def old(self, number: int) -> Item | None:
        """Return the item that the assessment has at this number."""
        return self._old[number - 1] if number <= len(self._old) else None

    # -- an item ----------------------------------------------------------------------------------

    def _item(self, question: KeyFileQuestion) -> Item | tuple[str, FileFinding]:
        old = self.old(question.number)
        if old is None and not self._open:
            return "key", _no_such_item(len(self._old))
        read = self._reading(question, old)
        if not isinstance(read, KeyReading):
            return "key", read
        points = self._points(question, read, old)
        if not isinstance(points, str):
            return "points", points
        standards = self._standards(question, old)
        if not isinstance(standards, list):
            return "standards", standards
        return self._build_item(question, read, old, {"points": points, "standards": standards})

    def _reading(self, question: KeyFileQuestion, old: Item | None) -> KeyReading | FileFinding:
        """Read the answers as the item's kind; a document's item may change its kind."""
        if old is None:
            return reading(question, question.kind, f_is_choice=self.f_is_choice)
        if not self._open and question.kind not in (None, old.kind):
            return _other_kind(question.number, old.kind)
        key_reading = reading(question, question.kind or old.kind)
        if self._open and question.kind is None and not isinstance(key_reading, KeyReading):
            return reading(question, None, f_is_choice=self.f_is_choice)
        return key_reading

    def _points(
        self, question: KeyFileQuestion, read: KeyReading, old: Item | None
    ) -> str | FileFinding:
        if read.best and question.points and read.best != question.points:
            return key_problems.POINTS_DIFFER(best=read.best, points=question.points)
        known = old.points if old else self._defaults.points
        return read.best or question.points or known

    def _standards(self, question: KeyFileQuestion, old: Item | None) -> list[str] | FileFinding:
        """Return the item's codes: its own if it is fixed or the file has none, else the file's."""
        if old is not None and (not self._open or not question.standards):
            return list(old.standards)
        names = question.standards or self._defaults.standards
        if not names:
            return key_problems.STANDARDS_MISSING()
        mask = self.selection(names)
        if not isinstance(mask, int):
            return mask
        return self._chosen.codes(mask) if self._chosen else []

    def selection(self, names: tuple[str, ...]) -> int | FileFinding:
        """Select standards of the set by name."""
        if self._chosen is None:
            return key_problems.STANDARDS_SET_MISSING()
        try:
            return self._chosen.mask(names, keep=self._header.mask)
        except Invalid as refused:
            sentences = " ".join(each.message for each in refused.details)
            return key_problems.STANDARDS_NOT_IN_SET(wrong=sentences, set_name=self._chosen.name)

    def _place(self, question: KeyFileQuestion, field: str) -> tuple[str, str]:
        """Return the column of a field, and its cell; of standards the wrong ones."""
        if field != "standards":
            return question.cell(field)
        names = question.standards or self._defaults.standards
        wrong = [name for name in names if not isinstance(self.selection((name,)), int)]
        return question.standard_columns.get("".join(wrong[:1]), ""), ", ".join(wrong)

    def _build_item(
        self, question: KeyFileQuestion, read: KeyReading, old: Item | None, known: dict[str, Any]
    ) -> Item | tuple[str, FileFinding]:
        body: dict[str, Any] = {
            **known,
            "id": old.id if old else self._new_id(question.number),
            "prompt": old.prompt if old else "",
            "kind": read.kind,
            "key": read.key,
            "scoring": _scoring(read, old),
            "choices": self._choices(question, read, old),
            "tolerance": _tolerance(question, read, old),
        }
        try:
            item = Item.model_validate(body)
        except ValidationError as error:
            details = error.errors(include_url=False)[0]
            return str(details["loc"][0]), key_problems.NOT_USABLE(wrong=details["msg"])
        for found in wrong_key(item, item.key):
            wrong = key_problems.ITEM_KEY_NOT_USABLE(number=question.number, wrong=found.message)
            return found.pointer, wrong._replace(code=found.code)
        return item

    def _new_id(self, number: int) -> str:
        taken = {item.id for item in self._old}
        name = f"q{number}"
        while name in taken:
            name += "_"
        return name

    def _choices(
        self, question: KeyFileQuestion, read: KeyReading, old: Item | None
    ) -> tuple[str, ...]:
        """Keep what can be chosen; a document's answer sheet has letters, as many as are needed."""
        if not KINDS[read.kind].has_choices:
            return ()
        have = old.choices if old else ()
        if not self._open:
            return have
        needed = question.choices or self._choices_needed(question.number, bool(old))
        return have + tuple(LETTERS[len(have) : needed])

    def _choices_needed(self, number: int, exists: bool) -> int:  # noqa: FBT001 - asked here only
        least = 0 if exists else max(_FEWEST_CHOICES, self._defaults.choices, self._common)
        return max(least, self._highest.get(number, 0))

    # -- over the whole file ----------------------------------------------------------------------

    @property
    def _questions(self) -> list[KeyFileQuestion]:
        return [each for questions in self.file.by_form.values() for each in questions]

    @cached_property
    def _truths(self) -> bool:
        return any(q.said.lower() in ("t", "true", "false") for q in self._questions)

    @cached_property
    def f_is_choice(self) -> bool:
        """Tell an F that is the sixth choice: other letters behind F are right, and no T is."""
        beyond = set(LETTERS[6:]) - {"T"}
        return not self._truths and any(q.said.upper() in beyond for q in self._questions)

    @cached_property
    def _highest(self) -> dict[int, int]:
        """The last letter that is right at a number, on any form, by its place in the alphabet."""
        highest: dict[int, int] = {}
        for each in self._questions:
            key_reading = (
                reading(each, each.kind, f_is_choice=self.f_is_choice) if each.answers else None
            )
            place = _last_letter(key_reading)
            number = each.of or each.number
            highest[number] = max(highest.get(number, 0), place)
        return highest

    @cached_property
    def _common(self) -> int:
        return max((n for n in self._highest.values() if n <= _MOST_COMMON_CHOICES), default=0)

    def _odd(self, question: KeyFileQuestion, item: Item) -> list[SpreadsheetProblem]:
        found = list[SpreadsheetProblem]()
        if question.loose and item.scoring == Scoring.LISTED:
            alternatives = key_problems.READ_AS_ALTERNATIVES()
            found.append(problem(question.row, *question.cell("key"), alternatives))
        if question.standards and not self._open:
            mask, kept = self.selection(question.standards), self.selection(item.standards)
            if mask != kept:
                column = next(iter(question.standard_columns.values()))
                names = ", ".join(question.standards)
                found.append(problem(question.row, column, names, key_problems.STANDARDS_KEPT()))
        return found


def _last_letter(key_reading: KeyReading | FileFinding | None) -> int:
    if isinstance(key_reading, KeyReading) and KINDS[key_reading.kind].has_choices:
        return highest_choice(key_reading.key)
    return 0


def _scoring(read: KeyReading, old: Item | None) -> Scoring:
    """Keep how several right choices are scored, unless the file lists what each response earns."""
    plain = KINDS[read.kind].is_several and read.scoring == Scoring.ALL_OR_NOTHING
    partial = old is not None and old.scoring == Scoring.PARTIAL
    return Scoring.PARTIAL if plain and partial else read.scoring


def _tolerance(question: KeyFileQuestion, read: KeyReading, old: Item | None) -> str:
    if "tolerance" not in KINDS[read.kind].fields:
        return ""
    return question.tolerance or (old.tolerance if old else "")


def _no_such_item(count: int) -> FileFinding:
    return key_problems.ITEM_UNKNOWN(count="1 item" if count == 1 else f"{count} items")


def _other_kind(number: int, kind: ItemKind) -> FileFinding:
    return key_problems.KIND_DIFFERS(number=number, kind=kind.value.replace("_", " "))
