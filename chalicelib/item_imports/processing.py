"""Response processing, carried out: an item's exact score for one response.

The rules of an item are not recognized by their looks but executed. `key_inference.py` compares
their results with those of an item of ours. Rules that are not understood are `Unsupported`, never
guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

from chalicelib.item_imports import question_problems

from .declarations import NUMBERS, Declared, Value, read_single
from .errors import Unsupported, cut
from .operators import OPERATORS, as_number, unknown
from .tree import Node

SCORE = "SCORE"
_NO_POINTS = frozenset(("MAXSCORE", "completionStatus", "numAttempts", "duration"))
"""Numbers and states that are no points of a response."""
MOST_STEPS = 100_000
"""Rules and expressions that are carried out for one question, over all responses tried."""

_TEMPLATES = {
    "match_correct": "match",
    "cc2_match": "match",
    "cc2_match_basic": "match_most",
    "map_response": "map",
    "cc2_map_response": "map",
}
"""Standard templates by the last part of their address."""


def template_of(item: Node) -> str:
    """Name the standard template that an item uses: `match`, `match_most`, `map`, or nothing.

    Raises `Unsupported` for a template that is not standard.
    """
    rules = item.child("responseProcessing")
    if rules is None or rules.nodes:
        return ""
    address = rules.get("template") or rules.get("templateLocation")
    name = address.rpartition("/")[2].removesuffix(".xml").lower()
    if address and name not in _TEMPLATES:
        raise Unsupported(question_problems.SCORING_TEMPLATE, address=cut(address))
    return _TEMPLATES.get(name, "")


class Processing:
    """The scoring of one item with one response variable."""

    def __init__(self, item: Node, known: Declared, response: str) -> None:
        """Get ready. Raises `Unsupported` for rules that cannot be carried out."""
        rules = item.child("responseProcessing")
        self._nodes = rules.nodes if rules else []
        self._known = known
        self._response = response
        self._template = template_of(item)
        self._steps = 0
        self.declared = known.responses[response]
        self._rights = frozenset(self.declared.right)
        self.how, self.assumed = self._choose_template()
        """The template that scores it, if one does; and the reason where its rules name none."""
        if self.how.startswith("match") and self.declared.correct is None:
            raise Unsupported(question_problems.NO_CORRECT_ANSWER)
        if self.how == "map" and self.declared.mapping is None:
            raise Unsupported(question_problems.NO_MAPPING)

    def score(self, given: Value) -> Fraction:
        """Return a response's score, the best of several right values. Raises `Unsupported`."""
        if self.how:
            return self._by_template(given)
        rights = self.declared.right or (None,)
        return max(self._by_rules(given, right) for right in rights)

    def _choose_template(self) -> tuple[str, str]:
        """Choose how it is scored. Rules that set no points for any answer are no scoring."""
        if self._template == "match_most" and not self._most():
            return "match", "It does not say how many points it is worth."
        if self._template == "map" and self._is_key_alone():
            return "match", "Its mapping gives no points: the answer declared correct decides."
        if self._template or self._sets_points():
            return self._template, ""
        why = "Its scoring rules set no points" if self._nodes else "It has no scoring rules"
        if self._is_key_alone():
            return "match", f"{why}, nor does its mapping: the answer declared correct decides."
        if self.declared.mapping:
            return "map", f"{why}: its mapping decides."
        return "match", f"{why}: the answer declared correct decides."

    def _is_key_alone(self) -> bool:
        """Return whether it has a mapping that gives no points beside a declared answer."""
        mapping = self.declared.mapping
        mute = mapping is not None and not mapping.gives_points
        return mute and self.declared.correct is not None

    def _sets_points(self) -> bool:
        """Return whether its rules set its score. Raises `Unsupported` where they set another."""
        rules = Node("responseProcessing", {}, list(self._nodes))
        setters = list(rules.all("setOutcomeValue", "lookupOutcomeValue", "include"))
        names = [each.get("identifier") for each in setters if each.name != "include"]
        if SCORE in names or len(names) < len(setters):
            return True
        other = next(filter(self._is_points, names), None)
        if other is not None:
            raise Unsupported(question_problems.OTHER_OUTCOME, name=cut(other))
        return False

    def _is_points(self, name: str) -> bool:
        outcome = self._known.outcomes.get(name)
        return name not in _NO_POINTS and outcome is not None and outcome.base_type in NUMBERS

    def _by_rules(self, given: Value, right: Value) -> Fraction:
        run = _Run(self._known, {self._response: given}, {self._response: right}, self._step)
        run.rules(self._nodes)
        scored = run.outcome(SCORE)
        if not isinstance(scored, Fraction | None):
            raise Unsupported(question_problems.SCORE_NOT_A_NUMBER)
        return as_number(scored)

    def _by_template(self, given: Value) -> Fraction:
        if self.how == "map" and self.declared.mapping:
            return self.declared.mapping.of(given) if given is not None else _NOTHING
        if given not in self._rights:
            return _NOTHING
        return self._most() if self.how == "match_most" else _ONE

    def _most(self) -> Fraction:
        most = self._known.outcomes.get("MAXSCORE")
        return as_number(most.default if most else None)

    def _step(self) -> None:
        self._steps += 1
        if self._steps > MOST_STEPS:
            raise Unsupported(question_problems.SCORING_TOO_LONG)


_NOTHING, _ONE = Fraction(0), Fraction(1)


class _Done(Exception):
    """`exitResponse`."""


class _Run:
    """One pass over the rules."""

    def __init__(
        self,
        known: Declared,
        responses: Mapping[str, Value],
        rights: Mapping[str, Value],
        step: Callable[[], None],
    ) -> None:
        self._known = known
        self._responses = responses
        self._rights = rights
        self._step = step
        self._outcomes: dict[str, Value | Unsupported] = {
            name: Fraction(0) if one.default is None and one.base_type in NUMBERS else one.default
            for name, one in known.outcomes.items()
        }

    def rules(self, nodes: Iterable[Node]) -> None:
        try:
            self._rules(nodes)
        except _Done:
            return

    def outcome(self, name: str) -> Value:
        value = self._outcomes.get(name)
        if isinstance(value, Unsupported):
            raise value
        return value

    # -- rules ------------------------------------------------------------------------------------

    def _rules(self, nodes: Iterable[Node]) -> None:
        for node in nodes:
            self._step()
            if node.name == "responseCondition":
                self._condition(node)
            elif node.name == "setOutcomeValue":
                self._set(node)
            elif node.name in ("responseProcessingFragment", "responseProcessing"):
                self._rules(node.nodes)
            elif node.name == "exitResponse":
                raise _Done
            else:
                raise unknown(node)

    def _condition(self, node: Node) -> None:
        for branch in node.nodes:
            if branch.name == "responseElse":
                self._rules(branch.nodes)
                return
            if branch.name not in ("responseIf", "responseElseIf") or not branch.nodes:
                raise unknown(branch)
            test, *then = branch.nodes
            if self.value(test) is True:
                self._rules(then)
                return

    def _set(self, node: Node) -> None:
        """Set an outcome; one that cannot be understood hurts only who reads it."""
        (name, parts) = (node.get("identifier"), node.nodes)
        if len(parts) != 1:
            raise unknown(node)
        try:
            self._outcomes[name] = self.value(parts[0])
        except Unsupported as trouble:
            self._outcomes[name] = trouble

    # -- expressions ------------------------------------------------------------------------------

    def value(self, node: Node) -> Value:
        self._step()
        reader = _READERS.get(node.name)
        if reader is not None:
            return reader(self, node)
        made = OPERATORS.get(node.name)
        if made is None:
            raise unknown(node)
        return made(node, [self.value(part) for part in node.nodes])

    def variable(self, node: Node) -> Value:
        name = node.get("identifier")
        if name in self._responses:
            return self._responses[name]
        if name in self._outcomes:
            return self.outcome(name)
        if name in self._known.responses:
            raise Unsupported(question_problems.SEVERAL_RESPONSES)
        raise Unsupported(question_problems.SCORING_VARIABLE, name=cut(name))

    def correct(self, node: Node) -> Value:
        name = node.get("identifier")
        known = self._known.responses.get(name)
        return self._rights.get(name, known.correct if known else None)

    def default(self, node: Node) -> Value:
        name = node.get("identifier")
        known = self._known.outcomes.get(name) or self._known.responses.get(name)
        return known.default if known else None

    def map_response(self, node: Node) -> Value:
        name = node.get("identifier")
        known = self._known.responses.get(name)
        if known is None or known.mapping is None or name not in self._responses:
            raise Unsupported(question_problems.NO_MAPPING)
        return known.mapping.of(self._responses[name])


def _base_value(_: _Run, node: Node) -> Value:
    text = node.text
    return read_single(text, node.get("baseType")) if text else None  # an empty value is NULL


_READERS: dict[str, Callable[[_Run, Node], Value]] = {
    "variable": _Run.variable,
    "correct": _Run.correct,
    "default": _Run.default,
    "mapResponse": _Run.map_response,
    "baseValue": _base_value,
    "null": lambda *_: None,
}
