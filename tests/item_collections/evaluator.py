"""Scores a response to a QTI question from its XML, without the importer's code.

It shares no code with `chalicelib/item_imports`, so that a mistake there is not made again here. It
uses another parser, other types, and rules looked up by name on the element itself. It raises
`NotEvaluated` for what it does not know, and guesses nothing.

It reads files whose questions were imported, so the import has refused hostile files already.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from fractions import Fraction
from math import prod
from xml.etree import ElementTree as ET

Element = ET.Element
Single = str | Fraction | bool
Value = Single | frozenset[Single] | None
NUMERIC = ("float", "integer")


class NotEvaluated(Exception):
    """Something of the scoring is not known here."""


def parse(content: bytes) -> Element:
    """Read a question; names lose their namespaces, and QTI 3's become QTI 2's."""
    root = ET.fromstring(content)  # noqa: S314 - the importer has refused what is hostile
    namespace = root.tag[1:].partition("}")[0] if root.tag.startswith("{") else ""
    three = "v3p0" in namespace or _local(root.tag).startswith("qti-")
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = _plain(_local(element.tag).removeprefix("qti-") if three else element.tag)
            pairs = {_plain(name): value for name, value in element.attrib.items()}
            element.attrib.clear()
            element.attrib.update(pairs)
    where = f"{namespace} {root.get('schemaLocation', '')}"
    found = re.search(r"imsqti[a-z]*_v(\d)p(\d)", where)
    root.set("version", "3.0" if three else ".".join(found.groups()) if found else "")
    return root


def _local(name: str) -> str:
    return name.rpartition("}")[2].rpartition(":")[2]


def _plain(name: str) -> str:
    head, *tail = _local(name).split("-")
    return head + "".join(map(str.capitalize, tail))


def text_of(element: Element) -> str:
    """Return an element's text without feedback in it, blanks as one."""
    return " ".join("".join(_texts(element)).split())


def _texts(element: Element) -> Iterator[str]:
    yield element.text or ""
    for part in element:
        if isinstance(part.tag, str) and not part.tag.startswith("feedback"):
            yield from _texts(part)
        yield part.tail or ""


def read_value(text: str, base_type: str) -> Single:
    """Read a value of a base type."""
    if base_type in NUMERIC:
        return Fraction(text)
    return text in ("true", "1") if base_type == "boolean" else text


class Question:
    """One question with one response, and its scoring."""

    def __init__(self, root: Element) -> None:
        """Find its response, and what decides the score."""
        self.root = root
        interactions = [
            each for each in root.iter()
            if each.tag.endswith("Interaction") and each.tag != "endAttemptInteraction"
        ]  # fmt: skip
        if len(interactions) != 1:
            raise NotEvaluated(f"{len(interactions)} interactions")
        self.interaction = interactions[0]
        self.name = self.interaction.get("responseIdentifier", "")
        declared = [e for e in root.iter("responseDeclaration") if e.get("identifier") == self.name]
        if not declared:
            raise NotEvaluated("no declaration of its response")
        self.response = declared[0]
        self.base_type = self.response.get("baseType", "")
        self.several = self.response.get("cardinality", "single") != "single"
        self.right = list(dict.fromkeys(self.values(self.response.find("correctResponse"))))
        self.outcomes = {e.get("identifier", ""): e for e in root.iter("outcomeDeclaration")}
        self.processing = root.find("responseProcessing")

    def values(self, parent: Element | None, base_type: str = "") -> list[Single]:
        """Read the values that an element holds; an empty one is none."""
        texts = [text_of(each) for each in parent.findall("value")] if parent is not None else []
        return [read_value(text, base_type or self.base_type) for text in texts if text]

    @property
    def most_given(self) -> int:
        """How many choices may be marked, 0 for any number."""
        if self.interaction.tag == "inlineChoiceInteraction":
            return 1
        default = "0" if self.root.get("version") == "2.1" else "1"
        return int(self.interaction.get("maxChoices") or default)

    # -- mappings ---------------------------------------------------------------------------------

    @property
    def entries(self) -> list[tuple[Single, Fraction, bool]]:
        """The points of each answer, and whether capital letters matter."""
        loose_by_default = self.root.get("version") in ("2.2", "3.0")
        found = []
        for entry in self.response.iterfind("mapping/mapEntry"):
            reply = entry.get("caseSensitive", "false" if loose_by_default else "true")
            strict = reply in ("true", "1") or self.base_type != "string"
            key = read_value(" ".join(entry.get("mapKey", "").split()), self.base_type)
            found.append((key, Fraction(entry.get("mappedValue", "0")), strict))
        return found

    def map_value(self, value: Value) -> Fraction:
        """Add up what a response is worth by the mapping."""
        mapping = self.response.find("mapping")
        if mapping is None:
            raise NotEvaluated("mapResponse without a mapping")
        default = Fraction(mapping.get("defaultValue") or "0")
        values = value if isinstance(value, frozenset) else [value]
        total = sum((self._worth(each, default) for each in values), Fraction(0))
        if mapping.get("lowerBound"):
            total = max(total, Fraction(mapping.get("lowerBound", "0")))
        if mapping.get("upperBound"):
            total = min(total, Fraction(mapping.get("upperBound", "0")))
        return total

    def _worth(self, value: object, default: Fraction) -> Fraction:
        for key, worth, _ in self.entries:
            if key == value:
                return worth
        for key, worth, strict in self.entries:
            if not strict and isinstance(value, str) and str(key).casefold() == value.casefold():
                return worth
        return default

    def _maps_to_nothing(self) -> bool:
        mapping = self.response.find("mapping")
        if mapping is None:
            return False
        worths = [worth for _, worth, _ in self.entries]
        worths.append(Fraction(mapping.get("defaultValue") or "0"))
        upper = mapping.get("upperBound")
        return max(worths) <= 0 or (bool(upper) and Fraction(upper or "0") <= 0)

    # -- scoring ----------------------------------------------------------------------------------

    def score(self, given: Value) -> Fraction:
        """Score a response: each of several right answers counts on its own."""
        way = self._way()
        if way == "map":
            return Fraction(0) if given is None else self.map_value(given)
        if way == "match":
            return Fraction(self._is_right(given))
        if way == "match_most":
            most = self.values(self.outcomes["MAXSCORE"].find("defaultValue"), "float")
            return Fraction(most[0]) if self._is_right(given) else Fraction(0)
        assert self.processing is not None
        rights: Iterable[Value] = [frozenset(self.right)] if self.several else self.right or [None]
        return max(Run(self, given, right).score(self.processing) for right in rights)

    def _is_right(self, given: Value) -> bool:
        return given == frozenset(self.right) if self.several else given in self.right

    def _way(self) -> str:
        """Return what decides: the rules, a template, the mapping or the declared answer."""
        rules = self.processing
        template = rules.get("template", "") if rules is not None and not len(rules) else ""
        name = template.rpartition("/")[2].removesuffix(".xml").lower()
        known = {
            "match_correct": "match", "cc2_match": "match", "cc2_match_basic": "match_most",
            "map_response": "map", "cc2_map_response": "map",
        }  # fmt: skip
        if name and name not in known:
            raise NotEvaluated(f"the template {name}")
        way = known.get(name, "")
        if way == "match_most":
            outcome = self.outcomes.get("MAXSCORE")
            default = outcome.find("defaultValue") if outcome is not None else None
            return way if any(self.values(default, "float")) else "match"
        if way == "map" and self._maps_to_nothing() and self.right:
            return "match"
        if way or (rules is not None and self._sets_score(rules)):
            return way
        mapping = self.response.find("mapping")
        return "match" if mapping is None or (self._maps_to_nothing() and self.right) else "map"

    def _sets_score(self, rules: Element) -> bool:
        return any(each.get("identifier") == "SCORE" for each in rules.iter("setOutcomeValue"))


class _Exit(Exception):
    """`exitResponse`."""


class Run:
    """The rules of a question, followed once."""

    def __init__(self, question: Question, given: Value, right: Value) -> None:
        """Begin with every outcome at its default."""
        self._question = question
        self._given = given
        self._right = right
        self._set: dict[str, Value] = {}
        for name, outcome in question.outcomes.items():
            base_type = outcome.get("baseType", "")
            values = question.values(outcome.find("defaultValue"), base_type or "string")
            self._set[name] = values[0] if values else Fraction(0) if base_type in NUMERIC else None

    def score(self, rules: Element) -> Fraction:
        """Follow the rules, and give SCORE."""
        with suppress(_Exit):
            self._follow(rules)
        found = self._set.get("SCORE")
        if isinstance(found, Fraction):
            return found
        if found is None:
            return Fraction(0)
        raise NotEvaluated("a score that is no number")

    def _follow(self, rules: Iterable[Element]) -> None:
        for rule in rules:
            if rule.tag in ("responseProcessingFragment", "responseProcessing"):
                self._follow(rule)
            elif rule.tag == "responseCondition":
                self._choose(rule)
            elif rule.tag == "setOutcomeValue":
                self._assign(rule)
            elif rule.tag == "exitResponse":
                raise _Exit
            else:
                raise NotEvaluated(rule.tag)

    def _choose(self, condition: Element) -> None:
        for branch in condition:
            parts = list(branch)
            if branch.tag == "responseElse":
                return self._follow(parts)
            if self.value(parts[0]) is True:
                return self._follow(parts[1:])
        return None

    def _assign(self, rule: Element) -> None:
        name = rule.get("identifier", "")
        outcome = self._question.outcomes.get(name)
        try:
            self._set[name] = self.value(rule[0])
        except NotEvaluated:
            if name == "SCORE" or (outcome is not None and outcome.get("baseType") in NUMERIC):
                raise
            self._set[name] = None  # feedback, which scores nothing

    def value(self, element: Element) -> Value:
        """Work out an expression."""
        found = getattr(self, f"_{_snake(element.tag)}", None)
        if found is None:
            raise NotEvaluated(element.tag)
        result: Value = found(element)
        return result

    def _all(self, element: Element) -> list[Value]:
        return [self.value(part) for part in element]

    def _variable(self, element: Element) -> Value:
        name = element.get("identifier", "")
        if name == self._question.name:
            return self._given
        if name in self._set:
            return self._set[name]
        raise NotEvaluated(f"the variable {name}")

    def _correct(self, element: Element) -> Value:
        if element.get("identifier") != self._question.name:
            raise NotEvaluated("the key of another response")
        return self._right

    def _default(self, element: Element) -> Value:
        outcome = self._question.outcomes.get(element.get("identifier", ""))
        if outcome is None:
            return None
        base_type = outcome.get("baseType", "")
        values = self._question.values(outcome.find("defaultValue"), base_type)
        return values[0] if values else None

    def _base_value(self, element: Element) -> Value:
        text = text_of(element)
        return read_value(text, element.get("baseType", "")) if text else None

    def _null(self, _: Element) -> Value:
        return None

    def _map_response(self, element: Element) -> Value:
        if element.get("identifier") != self._question.name:
            raise NotEvaluated("the mapping of another response")
        return self._question.map_value(self._given)

    # -- logic ------------------------------------------------------------------------------------

    def _and(self, element: Element) -> Value:
        values = self._all(element)
        return all(values) if None not in values or False in values else None

    def _or(self, element: Element) -> Value:
        values = self._all(element)
        return any(values) if None not in values or True in values else None

    def _not(self, element: Element) -> Value:
        value = self.value(element[0])
        return None if value is None else not value

    def _is_null(self, element: Element) -> Value:
        value = self.value(element[0])
        return value is None or value in (frozenset(), "")

    def _match(self, element: Element) -> Value:
        one, other = self._all(element)
        return None if None in (one, other) else one == other

    def _string_match(self, element: Element) -> Value:
        one, other = self._all(element)
        if element.get("substring") in ("true", "1"):
            raise NotEvaluated("a part of a text")
        if not isinstance(one, str) or not isinstance(other, str):
            return None
        if element.get("caseSensitive") in ("false", "0"):
            return one.casefold() == other.casefold()
        return one == other

    def _member(self, element: Element) -> Value:
        one, many = self._all(element)
        if one is None or many is None:
            return None
        return one in many if isinstance(many, frozenset) else one == many

    def _contains(self, element: Element) -> Value:
        one, other = self._all(element)
        if not isinstance(one, frozenset) or not isinstance(other, frozenset):
            return None
        return one >= other

    def _multiple(self, element: Element) -> Value:
        found: set[Single] = set()
        for value in self._all(element):
            found |= value if isinstance(value, frozenset) else {value} - {None}  # type: ignore[arg-type]
        return frozenset(found) or None

    def _container_size(self, element: Element) -> Value:
        value = self.value(element[0])
        return Fraction(len(value)) if isinstance(value, frozenset) else Fraction(0)

    # -- numbers ----------------------------------------------------------------------------------

    def _numbers(self, element: Element) -> list[Fraction] | None:
        flat = [
            each for value in self._all(element)
            for each in (value if isinstance(value, frozenset) else [value])
        ]  # fmt: skip
        if None in flat or not flat:
            return None
        if not all(isinstance(each, Fraction) for each in flat):
            raise NotEvaluated("arithmetic without numbers")
        return [each for each in flat if isinstance(each, Fraction)]

    def _reckon(self, element: Element, how: Callable[[list[Fraction]], Value]) -> Value:
        numbers = self._numbers(element)
        return None if numbers is None else how(numbers)

    def _sum(self, element: Element) -> Value:
        return self._reckon(element, lambda n: sum(n, Fraction(0)))

    def _product(self, element: Element) -> Value:
        return self._reckon(element, lambda n: Fraction(prod(n)))

    def _subtract(self, element: Element) -> Value:
        return self._reckon(element, lambda n: n[0] - n[1])

    def _divide(self, element: Element) -> Value:
        return self._reckon(element, lambda n: n[0] / n[1] if n[1] else None)

    def _min(self, element: Element) -> Value:
        return self._reckon(element, min)

    def _max(self, element: Element) -> Value:
        return self._reckon(element, max)

    def _lt(self, element: Element) -> Value:
        return self._reckon(element, lambda n: n[0] < n[1])

    def _lte(self, element: Element) -> Value:
        return self._reckon(element, lambda n: n[0] <= n[1])

    def _gt(self, element: Element) -> Value:
        return self._reckon(element, lambda n: n[0] > n[1])

    def _gte(self, element: Element) -> Value:
        return self._reckon(element, lambda n: n[0] >= n[1])

    def _equal(self, element: Element) -> Value:
        numbers = self._numbers(element)
        if numbers is None:
            return None
        one, other = numbers
        off = [Fraction(each) for each in element.get("tolerance", "").split()]
        mode = element.get("toleranceMode") or "exact"
        if mode == "exact" or not off:
            return one == other
        low, high = (one * each / 100 if mode == "relative" else each for each in (off[0], off[-1]))
        if low == high == 0:
            return one == other
        closed = [element.get(f"include{end}Bound") != "false" for end in ("Lower", "Upper")]
        below = other >= one - low if closed[0] else other > one - low
        return below and (other <= one + high if closed[1] else other < one + high)


def _snake(name: str) -> str:
    return re.sub(r"[A-Z]", lambda letter: f"_{letter[0].lower()}", name)


def list_named_answers(question: Question) -> Iterator[Single]:
    """Return every answer that the question names: declared, mapped, or in its rules."""
    yield from question.right
    yield from (key for key, _, _ in question.entries)
    for each in question.processing.iter("baseValue") if question.processing is not None else ():
        if each.get("baseType") == question.base_type or {
            each.get("baseType"), question.base_type
        } <= set(NUMERIC):  # fmt: skip
            yield read_value(text_of(each), question.base_type)
