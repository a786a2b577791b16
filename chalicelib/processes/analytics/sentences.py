"""Goals and growth in sentences that an administrator reads once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from chalicelib.percents import Cuts
from chalicelib.processes.scores import ProcessTest
from chalicelib.suppression import FEWEST
from chalicelib.teams.levels import Levels

from .collection import Tally
from .effects import EffectSize
from .formatting import (
    format_class_count,
    format_decimal,
    format_n,
    format_part,
    format_percent,
    format_student_count,
)
from .goals import CLOSE_POINTS, Goal
from .growth import GoalOutcome, Growth, Movement
from .model import Subject, SubjectKind, Withheld, WithheldReason
from .unpaired import Unpaired, UnpairedReason

CLOSE_BY = f"{CLOSE_POINTS} points"
"""How close to the level to meet a student is preselected."""

NO_GROWTH = "No growth was measured."
LOSS = f"{NO_GROWTH} This is a decline."

ROUNDED = (
    "Changes are calculated from exact values: they can differ by 0.1 from the difference of the "
    "rounded values."
)
"""Stands wherever a change stands beside the two figures it is of."""

SCORED_APART = (
    "The test was given twice, and the answer key of only one of the two was corrected. The change "
    "compares results scored with different keys."
)

_WITHHELD = {
    WithheldReason.NO_ROOM: "No gain was possible: all students had full points on the pre-test.",
    WithheldReason.NO_SPREAD: "No effect size: on each test, all students have the same score.",
    WithheldReason.NO_GOAL: "No goal was set.",
    WithheldReason.PROTECTED: (
        "Results are hidden to protect privacy: a group of fewer than "
        f"{FEWEST} students could be calculated from them."
    ),
}


def meets_or_above(levels: Levels) -> str:
    """Name the levels that are enough.

    >>> from chalicelib.teams.levels import DEFAULT
    >>> meets_or_above(DEFAULT)
    'Meets or above'
    """
    name = levels.bands[levels.meets - 1].name
    return name if levels.meets == levels.many else f"{name} or above"


def describe_bar(tally: Tally, levels: Levels) -> str:
    """Describe what a bar of levels shows, for people who cannot see it."""
    if not tally.tested:
        return "nobody tested"
    each = (
        f"{band.name} {count} ({format_percent(tally.part(level))})"
        for level, (band, count) in enumerate(zip(levels.bands, tally.levels, strict=True), 1)
    )
    return f"{tally.tested} tested: {', '.join(each)}"


def goal_sentence(goal: Goal, levels: Levels, *, by: str = "", measure: str = "") -> str:
    """Write a SMART goal out; `by` is a date in words, `measure` the post-test's title.

    Of several classes it says how many of their teachers have confirmed it.
    """
    whose = _whose(goal.subject)
    if not goal.tested:
        return f"No goal can be set for students {whose} until the pre-test has results."
    before = format_part(goal.proficient, goal.tested, goal.target)
    after = format_part(goal.aimed, goal.tested, goal.baseline)
    change = (
        f"rise from {before} to {after}" if goal.aimed > goal.proficient else f"stay at {after}"
    )
    share = f"share of students {whose} who score {meets_or_above(levels)}"
    begin = f"By {by}, the" if by else "The"
    sentence = f"{begin} {share} will {change}, as measured by {measure or 'the post-test'}."
    return _with(sentence, describe_confirmed(goal))


def describe_confirmed(goal: Goal) -> str:
    """Put how many classes of a team or teacher have confirmed their goal; nothing of one class.

    The rules of 0.3.0 leave out who has not: then there is nothing to say.
    """
    if goal.subject.kind == SubjectKind.CLASS or not goal.classes:
        return ""
    confirmed = f"Confirmed for {goal.chosen} of {format_class_count(goal.classes)}"
    rest = goal.classes - goal.chosen
    if not rest:
        return f"{confirmed}."
    if not goal.chosen:
        return f"{confirmed}: it uses the preselected students."
    return f"{confirmed}; the rest uses the preselected students."


def _with(*sentences: str) -> str:
    return " ".join(filter(None, sentences))


def _whose(subject: Subject) -> str:
    return {
        SubjectKind.TEAM: "of the team",
        SubjectKind.TEACHER: f"taught by {subject.name}",
        SubjectKind.CLASS: f"in {subject.name}",
        SubjectKind.SCHOOL: f"at {subject.name}" if subject.name else "of your school",
    }[subject.kind]


BOTH = {
    SubjectKind.TEAM: "both tests",
    SubjectKind.TEACHER: "both tests with this teacher",
    SubjectKind.CLASS: "both tests in this class",
    SubjectKind.SCHOOL: "both tests at this school",
}
"""Which students a row of growth is of: who changed class has both in the team, not in a class."""


def describe_growth(
    growth: Growth | Withheld, cuts: Cuts = (), about: SubjectKind = SubjectKind.TEAM
) -> str:
    """Describe in a few plain sentences how the average changed. A decline is called one."""
    if isinstance(growth, Withheld):
        return describe_withheld(growth, about)
    pre, post = growth.compared.pre.share, growth.compared.post.share
    assert pre is not None and post is not None, "else growth is withheld"  # noqa: PT018
    who = f"({format_student_count(growth.n)} with {BOTH[about]})"
    if pre == post:
        return f"The average stayed at {format_percent(post, cuts)} {who}. {NO_GROWTH}"
    return f"The average {_describe_move(pre, post, cuts)} {who}. {_describe_gain(growth.gain)}"


def _describe_move(pre: Fraction, post: Fraction, cuts: Cuts) -> str:
    verb = "rose" if post > pre else "fell"
    before, after = format_percent(pre, cuts), format_percent(post, cuts)
    if before == after:
        return f"{verb} by less than 0.1 percentage points, to about {after}"
    return f"{verb} from {before} to {after}"


def _describe_gain(gain: Fraction | Withheld) -> str:
    """Only a class that had room to gain can have gained; any other that moved has lost."""
    if isinstance(gain, Withheld) or gain < 0:
        return LOSS
    return f"That is {format_percent(gain)} of the possible gain."


def describe_withheld(withheld: Withheld, about: SubjectKind = SubjectKind.TEAM) -> str:
    """Describe why there is no figure."""
    if withheld.reason == WithheldReason.TOO_FEW:
        have = "has" if withheld.n == 1 else "have"
        return (
            f"Growth is not shown: {format_student_count(withheld.n)} {have} {BOTH[about]}, and at "
            f"least {FEWEST} are needed."
        )
    return _WITHHELD[withheld.reason]


def describe_unpaired(unpaired: Iterable[Unpaired], about: SubjectKind = SubjectKind.TEAM) -> str:
    """Number the students outside growth by the reason; nothing where there are none."""
    by_test: dict[ProcessTest, list[Unpaired]] = {}
    for each in unpaired:
        by_test.setdefault(each.test, []).append(each)
    return " ".join(_describe_left_out(test, some, about) for test, some in by_test.items())


def _describe_left_out(test: ProcessTest, some: Sequence[Unpaired], about: SubjectKind) -> str:
    many = sum(each.students for each in some)
    here = "" if about == SubjectKind.TEAM else " here"
    reasons = ", ".join(f"{each.students} {_LACKING[each.reason]}" for each in some)
    return (
        f"{format_student_count(many)} without a {test}-test{here} "
        f"{'is' if many == 1 else 'are'} left out: {reasons}."
    )


_LACKING = {
    UnpairedReason.ABSENT: "absent",
    UnpairedReason.EXEMPT: "exempt",
    UnpairedReason.PARTIAL: "only partly entered",
    UnpairedReason.NOT_ENTERED: "with nothing entered yet",
    UnpairedReason.ELSEWHERE: "took it in another class of the team",
    UnpairedReason.NOT_GIVEN: "in a class that was not given it",
    UnpairedReason.NOT_LISTED: "not on the sheet of a class that took it",
}


def describe_movement(movement: Movement, about: SubjectKind = SubjectKind.TEAM) -> str:
    """Describe how many moved up, stayed and moved down."""
    return (
        f"Of {format_student_count(movement.n)} with {BOTH[about]}, {movement.up} moved up at "
        "least one "
        f"level, {movement.same} stayed at theirs and {movement.down} moved down."
    )


def describe_effect(effect: EffectSize | Withheld) -> str:
    """Describe the effect size with its name, its interval and its n, or why there is none."""
    if isinstance(effect, Withheld):
        return describe_withheld(effect)
    return (
        f"Effect size (Cohen's d for paired scores, average variance): {format_decimal(effect.d)}, "
        f"95% interval {format_decimal(effect.lower)} to {format_decimal(effect.upper)} "
        f"({format_n(effect.n)}). {_verdict(effect)}"
    )


def _verdict(effect: EffectSize) -> str:
    if not effect.clear:
        return "The interval includes 0: chance alone can explain the change."
    if effect.d > 0:
        return "The whole interval is above 0: chance alone is unlikely to explain the gain."
    return "The whole interval is below 0: chance alone is unlikely to explain the loss."


def describe_outcome(
    outcome: GoalOutcome | Withheld, levels: Levels, about: SubjectKind = SubjectKind.TEAM
) -> str:
    """Return whether a goal was met, with the counts that decide it."""
    if isinstance(outcome, Withheld):
        return describe_withheld(outcome, about)
    goal = outcome.goal
    reached = format_part(outcome.proficient, outcome.tested, goal.target)
    sentence = (
        f"Goal {'met' if outcome.met else 'not met'}: {reached} scored {meets_or_above(levels)}; "
        f"the goal was {format_part(goal.aimed, goal.tested, outcome.reached)}."
    )
    return _with(sentence, describe_confirmed(goal))
