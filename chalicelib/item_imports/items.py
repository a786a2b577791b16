"""One QTI item as an item of ours."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from chalicelib.assessments.items import (
    LETTERS,
    MOST_CHOICES,
    Item,
    ItemKind,
    Scoring,
    format_points,
)
from chalicelib.assessments.model import FormattedTexts
from chalicelib.item_imports import question_problems

from . import key_inference
from .appearance import is_hidden
from .body import BodyReader
from .declarations import NUMBERS, Declaration, Declared, read_declarations, version_of
from .errors import Unsupported, cut
from .formatted import read_formatted_texts
from .key_inference import JudgedItem
from .processing import SCORE, Processing
from .tree import Node

LONGEST_CHOICE = 500
LONGEST_PROMPT = 10_000
MOST_ANSWERS = 50
MOST_WORTH = 9999
MOST_PARTS = 1000
"""Points are decimals with three places, or fractions with a denominator below this."""

INTERACTIONS = {
    # name: what a teacher would call it
    "choiceInteraction": "choosing",
    "textEntryInteraction": "writing a word or a number",
    "extendedTextInteraction": "writing a text",
    "inlineChoiceInteraction": "choosing within a sentence",
    "orderInteraction": "putting in order",
    "graphicOrderInteraction": "putting in order on a picture",
    "associateInteraction": "pairing",
    "graphicAssociateInteraction": "pairing on a picture",
    "matchInteraction": "matching two columns",
    "gapMatchInteraction": "dragging words into gaps",
    "graphicGapMatchInteraction": "dragging onto a picture",
    "hottextInteraction": "selecting words in a text",
    "hotspotInteraction": "clicking on a picture",
    "selectPointInteraction": "clicking on a picture",
    "positionObjectInteraction": "placing on a picture",
    "sliderInteraction": "moving a slider",
    "drawingInteraction": "drawing",
    "uploadInteraction": "uploading a file",
    "mediaInteraction": "playing a recording",
    "customInteraction": "a custom interaction",
    "portableCustomInteraction": "a custom interaction",
    "endAttemptInteraction": "a button",
}
_UNSCORED = frozenset({"endAttemptInteraction"})
ONE_UNLESS_SAID = frozenset(("2.2", "3.0"))
"""Versions whose schema lets one choice be given where `maxChoices` is absent."""
_TRUTHS = {"true": "true", "false": "false"}
_OTHER_LABELS = {"qti-labels-decimal", "qti-labels-lower-alpha"}
_BY_HAND = "Its points are given by hand."
_LISTED = "Its key lists every answer that gives points."


@dataclass(frozen=True, slots=True)
class Converted:
    """An item of ours, without standards, and the lost parts."""

    item: Item
    notes: tuple[str, ...]
    formatted: FormattedTexts | None = None
    """Its texts with formulas, lists and emphasis, where they have some."""


def convert(root: Node) -> Converted:
    """Turn a QTI item into one of ours. Raises `Unsupported` with the reason."""
    _check_whole(root)
    body = root.child("itemBody")
    interaction = _interaction(body)
    reader = BodyReader(frozenset(INTERACTIONS), body)
    prompt = reader.text(body) if body else ""
    if not prompt.replace("_", "").strip():
        raise Unsupported(question_problems.NO_TEXT)
    if len(prompt) > LONGEST_PROMPT:
        raise Unsupported(question_problems.TEXT_TOO_LONG, longest_prompt=LONGEST_PROMPT)
    if root.child("modalFeedback"):
        reader.note("Its feedback is not taken over.")
    known = read_declarations(root)
    item, notes = _MAKERS[interaction.name](_Question(root, interaction, known, reader, prompt))
    reader.finish(item.prompt, *item.choices)
    return Converted(item, (*reader.notes, *notes), _read_formatted(body, interaction, item))


def _read_formatted(body: Node | None, interaction: Node, item: Item) -> FormattedTexts | None:
    if body is None:
        return None
    choices = list(interaction.all("simpleChoice", "inlineChoice")) if item.choices else []
    return read_formatted_texts(frozenset(INTERACTIONS), body, choices, item.prompt, item.choices)


def _check_whole(root: Node) -> None:
    """Refuse what makes the whole item more than a question with one key."""
    if root.get("adaptive") == "true":
        raise Unsupported(question_problems.ADAPTIVE)
    if root.child("templateDeclaration") or root.child("templateProcessing"):
        raise Unsupported(question_problems.TEMPLATE_ITEM)
    stimulus = root.child("assessmentStimulusRef")
    if stimulus is not None:
        what = cut(stimulus.get("href") or stimulus.get("identifier"))
        raise Unsupported(question_problems.SEPARATE_TEXT, what=what)


def _interaction(body: Node | None) -> Node:
    found = list(body.all(*INTERACTIONS)) if body else []
    asked = [each for each in found if each.name not in _UNSCORED]
    if not asked:
        raise Unsupported(question_problems.NO_INTERACTION)
    if len(asked) > 1:
        words = ", ".join(dict.fromkeys(INTERACTIONS[each.name] for each in asked))
        raise Unsupported(question_problems.SEVERAL_QUESTIONS, asked=len(asked), words=words)
    if asked[0].name not in _MAKERS:
        words = INTERACTIONS[asked[0].name]
        raise Unsupported(question_problems.INTERACTION, words=words, name=asked[0].name)
    return asked[0]


@dataclass(frozen=True, slots=True)
class _Question:
    """The parts of a question that a maker needs."""

    root: Node
    interaction: Node
    known: Declared
    reader: BodyReader
    prompt: str

    @property
    def rules(self) -> Node | None:
        return self.root.child("responseProcessing")

    @property
    def response(self) -> Declaration:
        name = self.interaction.get("responseIdentifier")
        found = self.known.responses.get(name)
        if found is None:
            raise Unsupported(question_problems.ANSWER_NOT_DECLARED, name=cut(name))
        return found


Made = tuple[Item, list[str]]


# -- choosing -------------------------------------------------------------------------------------


def _choosing(asked: _Question) -> Made:
    names, texts = _choices(asked)
    response = asked.response
    if response.cardinality not in ("single", "multiple"):
        raise Unsupported(question_problems.ANSWER_NOT_A_CHOICE, cardinality=response.cardinality)
    most = _most_given(asked, response, names)
    processing = Processing(asked.root, asked.known, response.identifier)
    if response.cardinality == "single":
        judged = key_inference.one_choice(processing, names)
    else:
        judged = key_inference.several_choices(processing, response, names, most)
    points, notes = _worth(asked, judged, processing)
    if judged.listed:
        return _build_listed_item(asked, judged, points, names, texts), [*notes, _LISTED]
    single = response.cardinality == "single" or (most == 1 and len(judged.key) == 1)
    letters = tuple(LETTERS[names.index(each)] for each in judged.key)
    if single and (truth := _truth(texts, names.index(judged.key[0]))):
        return _item(asked, ItemKind.TRUE_FALSE, points, key=(truth,)), notes
    kind = ItemKind.SINGLE_CHOICE if single else ItemKind.MULTIPLE_CHOICE
    scoring = Scoring.PARTIAL if judged.partial and not single else Scoring.ALL_OR_NOTHING
    return _item(asked, kind, points, choices=texts, key=letters, scoring=scoring), notes


def _most_given(asked: _Question, response: Declaration, names: list[str]) -> int:
    """Return how many choices may be given, 0 for any number, as its version's schema has it.

    Absent means any number in QTI 2.1, one in QTI 2.2 and 3.0; QTI 2.0 does not let it be absent.
    """
    if asked.interaction.name == "inlineChoiceInteraction":
        return 1  # a gap holds one, whatever its response could
    text = asked.interaction.get("maxChoices")
    version = version_of(asked.root)
    if text or version == "2.1":
        return _whole(text, 0 if version == "2.1" else 1)
    mapping = response.mapping
    mapped = sum(mapping.worth(name) > 0 for name in names) if mapping else 0
    right = len(response.correct) if isinstance(response.correct, frozenset) else 1
    if response.cardinality == "multiple" and max(mapped, right) > 1:
        absent = "one" if version in ONE_UNLESS_SAID else "nothing"
        raise Unsupported(
            question_problems.MAX_CHOICES_ABSENT, version=version or "of no version", absent=absent
        )
    return 1


def _build_listed_item(
    asked: _Question, judged: JudgedItem, points: Fraction, names: list[str], texts: tuple[str, ...]
) -> Item:
    """Keep partial credit of any shape: every answer that earns points, with its points."""
    share = points / judged.points
    key = []
    for given, earned in judged.listed:
        letters = "".join(LETTERS[names.index(name)] for name in sorted(given, key=names.index))
        worth = earned * share
        key.append(letters if worth == points else f"{letters}={_sayable(worth)}")
    body = {"choices": texts, "key": tuple(key), "scoring": Scoring.LISTED}
    return _item(asked, ItemKind.MULTIPLE_CHOICE, points, **body)


def _choices(asked: _Question) -> tuple[list[str], tuple[str, ...]]:
    nodes = list(asked.interaction.all("simpleChoice", "inlineChoice"))
    names = [node.get("identifier") for node in nodes]
    if any(node.get("templateIdentifier") for node in nodes):
        raise Unsupported(question_problems.TEMPLATE_CHOICES)
    if any(map(is_hidden, nodes)):
        raise Unsupported(question_problems.CHOICE_HIDDEN)
    if len(nodes) < 2 or len(set(names)) < len(names):  # noqa: PLR2004 - a choice of one is none
        raise Unsupported(question_problems.TOO_FEW_CHOICES)
    if len(nodes) > MOST_CHOICES:
        raise Unsupported(question_problems.TOO_MANY_CHOICES, nodes=len(nodes), most=MOST_CHOICES)
    if _OTHER_LABELS & set(asked.interaction.get("class").split()):
        asked.reader.note("Its choices had other labels: here they are A, B, C and so on.")
    texts = tuple(asked.reader.text(*_inside(node)).replace("\n", " ") for node in nodes)
    if not all(texts):
        raise Unsupported(question_problems.CHOICE_WITHOUT_TEXT)
    _tell_apart(texts)
    if max(map(len, texts)) > LONGEST_CHOICE:
        raise Unsupported(question_problems.CHOICE_TOO_LONG, longest_choice=LONGEST_CHOICE)
    return names, texts


def _tell_apart(texts: tuple[str, ...]) -> None:
    """Refuse choices that differ in nothing that is read: not even on paper would it be enough."""
    seen = set()
    for text in texts:
        read = "".join(each for each in text if unicodedata.category(each) != "Cf")
        read = " ".join(unicodedata.normalize("NFC", read).split())
        if read in seen:
            raise Unsupported(question_problems.CHOICES_ALIKE, text=cut(read))
        seen.add(read)


def _inside(node: Node) -> list[Node]:
    """Return a node under a name that is no interaction, so that its text is read."""
    return [Node("simpleChoice", {}, node.children)]


def _truth(texts: tuple[str, ...], right: int) -> str:
    """Return which of “true” and “false” is right, if those are the two choices."""
    entries = [_TRUTHS.get(text.casefold().strip(" .!").strip()) for text in texts]
    return (
        entries[right] or "" if sorted(each or "" for each in entries) == ["false", "true"] else ""
    )


# -- writing --------------------------------------------------------------------------------------


def _writing(asked: _Question) -> Made:
    response = asked.response
    if response.cardinality != "single" or response.base_type not in (*NUMBERS, "string"):
        raise Unsupported(
            question_problems.ANSWER_NOT_TEXT,
            cardinality=response.cardinality,
            base_type=response.base_type,
        )
    processing = Processing(asked.root, asked.known, response.identifier)
    numeric = response.base_type in NUMBERS
    judge = key_inference.a_number if numeric else key_inference.a_text
    judged = judge(processing, response, asked.rules)
    points, notes = _worth(asked, judged, processing)
    if len(judged.key) > MOST_ANSWERS or any(len(text) > LONGEST_CHOICE for text in judged.key):
        raise Unsupported(question_problems.ANSWERS_TOO_LONG, most=MOST_ANSWERS)
    kind = ItemKind.NUMERIC if numeric else ItemKind.SHORT_TEXT
    item = _item(asked, kind, points, key=judged.key, tolerance=judged.tolerance)
    return item, [*judged.notes, *notes]


def _by_hand(asked: _Question) -> Made:
    points = _read_stated_points(asked)
    notes = [_BY_HAND]
    if points is None:
        points = Fraction(1)
        notes.append("It does not say how many points it is worth: it is worth 1.")
    return _item(asked, ItemKind.POINTS, points), notes


_MAKERS: dict[str, Callable[[_Question], Made]] = {
    "choiceInteraction": _choosing,
    "inlineChoiceInteraction": _choosing,
    "textEntryInteraction": _writing,
    "extendedTextInteraction": _by_hand,
}


# -- all of them ----------------------------------------------------------------------------------


def _worth(
    asked: _Question, judged: JudgedItem, processing: Processing
) -> tuple[Fraction, list[str]]:
    """Return the points: as stated, or else by its rules."""
    notes = [processing.assumed] if processing.assumed else []
    stated = _read_stated_points(asked)
    if stated is not None and stated != judged.points and not processing.assumed:
        notes.append(
            f"Its rules give {judged.points}, it says that it is worth {stated}: {stated} is taken."
        )
    return (judged.points if stated is None else stated), notes


def _read_stated_points(asked: _Question) -> Fraction | None:
    """Return the points that an item says it is worth: MAXSCORE, else SCORE's normal maximum."""
    most, score = asked.known.outcomes.get("MAXSCORE"), asked.known.outcomes.get(SCORE)
    if most is not None and isinstance(most.default, Fraction) and most.default > 0:
        return most.default
    return score.most if score is not None and score.most and score.most > 0 else None


def _item(asked: _Question, kind: ItemKind, points: Fraction, **said: object) -> Item:
    given = {"kind": kind, "prompt": asked.prompt, "points": _sayable(points), **said}
    return Item.model_validate(given)


def _sayable(points: Fraction) -> str:
    """Write points. Raises `Unsupported` for those that an item cannot hold."""
    exact = (points * 1000).denominator == 1 or points.denominator < MOST_PARTS
    if points > MOST_WORTH or not exact:
        raise Unsupported(question_problems.POINTS, points=cut(str(points)))
    return format_points(points)


def _whole(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else default  # noqa: PLR2004
