"""Classes in a process, valid by default; say only what matters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from chalicelib.processes.scores import ClassScores, ResultStatus, StudentScore
from chalicelib.teams.levels import Levels, TeamLevel

Given = int | str | Fraction | ResultStatus | None
"""Percent, a standing instead of a result, or None of who is not on the sheet."""


def a_score(student: str, given: Given, possible: int | str = 100) -> StudentScore:
    """Make a score of so many percent of what is possible."""
    if isinstance(given, ResultStatus):
        return StudentScore(student, given)
    assert given is not None
    return StudentScore(
        student, ResultStatus.TESTED, Fraction(given) * Fraction(possible) / 100, Fraction(possible)
    )


def a_sheet(given: Mapping[str, Given], possible: int | str = 100) -> tuple[StudentScore, ...]:
    return tuple(a_score(who, each, possible) for who, each in given.items() if each is not None)


def a_class(
    name: str = "3A",
    pre: Mapping[str, Given] | None = None,
    post: Mapping[str, Given] | None = None,
    *,
    teacher: str = "t-1",
    teacher_name: str = "",
    possible: tuple[int | str, int | str] = (100, 100),
    names: Mapping[str, tuple[str, str]] | None = None,
) -> ClassScores:
    """Return a class; `name` is its id, too. `possible` are the points of the two tests."""
    return ClassScores(
        school_class=name,
        title=name,
        school="s-1",
        teacher=teacher,
        teacher_name=teacher_name or teacher,
        pre=None if pre is None else a_sheet(pre, possible[0]),
        post=None if post is None else a_sheet(post, possible[1]),
        names=names or {},
    )


def a_class_that_moved(
    *pairs: tuple[Given, Given], name: str = "3A", teacher: str = "t-1"
) -> ClassScores:
    """Return a class of students who went from one percent to another."""
    return a_class(
        name,
        {f"{name}-{n}": before for n, (before, _) in enumerate(pairs)},
        {f"{name}-{n}": after for n, (_, after) in enumerate(pairs)},
        teacher=teacher,
    )


def some(percents: Iterable[Given], start: str = "s") -> dict[str, Given]:
    """Students in turn with these results."""
    return {f"{start}{n}": each for n, each in enumerate(percents)}


def some_levels(lowers: Sequence[str], meets: int) -> Levels:
    """Levels that begin at these percents."""
    grey = ("#111111", "#444444", "#777777", "#999999", "#bbbbbb", "#eeeeee")
    return Levels(
        bands=tuple(
            TeamLevel(name=f"L{n}", lower=lower, color=grey[n - 1])
            for n, lower in enumerate(lowers, 1)
        ),
        meets=meets,
    )
