"""A second computation of a Mastery Process's numbers, in plain Python, without the product.

It is written as a person would compute them with a list of students and a calculator. Answers have
the shape of the API's, as far as they are compared.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import count
from math import sqrt
from typing import Any

Result = tuple[str, Fraction, Fraction]
"""Standing, points earned, points possible."""
Marks = Mapping[str, Result]
"""By student."""
HUNDRED = Fraction(100)


@dataclass(frozen=True)
class Bands:
    """Where levels begin, in percent, the lowest (0) first; `meets` is counted from 1."""

    begin: tuple[Fraction, ...]
    meets: int

    def level(self, share: Fraction) -> int:
        return sum(share * HUNDRED >= bound for bound in self.begin)

    def enough(self, share: Fraction) -> bool:
        return share * HUNDRED >= self.begin[self.meets - 1]

    def close(self, share: Fraction) -> bool:
        """Less than enough, but no more than five points."""
        bound = self.begin[self.meets - 1]
        return bound - 5 <= share * HUNDRED < bound


@dataclass(frozen=True)
class CycleRoom:
    """A class in a process; a test is None until the class is given it."""

    name: str
    teacher: str
    pre: Marks | None = None
    post: Marks | None = None
    goal: tuple[frozenset[str], frozenset[str]] | None = None
    """The students that a teacher added and took out, once decided."""

    def on(self, test: str) -> Marks:
        return (self.pre if test == "pre" else self.post) or {}


def share(marks: Marks, student: str) -> Fraction | None:
    """Only of who was tested."""
    standing, earned, possible = marks.get(student, ("", Fraction(0), Fraction(0)))
    return earned / possible if standing == "tested" else None


# -- each student once -----------------------------------------------------------------------------


@dataclass(frozen=True)
class Once:
    """Students of several classes, each counted in one class a test."""

    pre: dict[str, tuple[CycleRoom, Result]] = field(default_factory=dict)
    post: dict[str, tuple[CycleRoom, Result]] = field(default_factory=dict)

    def on(self, test: str) -> dict[str, tuple[CycleRoom, Result]]:
        return self.pre if test == "pre" else self.post

    def shares(self, test: str) -> list[Fraction]:
        return [result[1] / result[2] for _, result in self.on(test).values() if _tested(result)]

    def pairs(self) -> list[tuple[Fraction, Fraction]]:
        """Before and after, of who was tested on both, in whichever classes."""
        return [
            (_share(self.pre[who][1]), _share(self.post[who][1]))
            for who in self.pre
            if who in self.post and _tested(self.pre[who][1]) and _tested(self.post[who][1])
        ]


def _tested(result: Result) -> bool:
    return result[0] == "tested"


def _share(result: Result) -> Fraction:
    return result[1] / result[2]


_SAYS_MOST = ("tested", "partial", "absent", "exempt", "not_entered")


def _rank(result: Result) -> int:
    return _SAYS_MOST.index(result[0])


def once(rooms: Iterable[CycleRoom]) -> Once:
    """Take each student from the class with both tests; else, per test, where they were tested.

    A student who was tested nowhere is taken from the class with the most information.
    """
    ordered = sorted(rooms, key=lambda room: room.name)
    found = Once()
    for who in {who for room in ordered for test in ("pre", "post") for who in room.on(test)}:
        with_both = [r for r in ordered if share(r.on("pre"), who) is not None
                     and share(r.on("post"), who) is not None]  # fmt: skip
        for test in ("pre", "post"):
            listing = [r for r in ordered if who in r.on(test)]
            tested = [r for r in listing if share(r.on(test), who) is not None]
            known = sorted(listing, key=lambda r: _rank(r.on(test)[who]))
            chosen = [*with_both, *tested, *known]
            if chosen:
                found.on(test)[who] = (chosen[0], chosen[0].on(test)[who])
    return found


# -- how numbers are shown -------------------------------------------------------------------------


def percent(number: Fraction | None, bands: Bands | None = None) -> float | None:
    """One decimal, halves away from zero; more until it is at the level of the number itself."""
    if number is None:
        return None
    for decimals in count(1):
        unit = 10**decimals
        parts, rest = divmod(abs(number) * 100 * unit, 1)
        rounded = Fraction(parts + (rest >= Fraction(1, 2)), unit) * (-1 if number < 0 else 1)
        if bands is None or bands.level(rounded / HUNDRED) == bands.level(number):
            return float(rounded)
    return None


def mean(shares: Sequence[Fraction]) -> Fraction | None:
    return sum(shares, Fraction(0)) / len(shares) if shares else None


def average(shares: Sequence[Fraction], bands: Bands) -> dict[str, Any]:
    return {"percent": percent(mean(shares), bands), "student_count": len(shares)}


def part(some: int, every: int) -> dict[str, Any]:
    return {
        "percent": percent(Fraction(some, every)) if every else None,
        "count": some,
        "student_count": every,
    }


def change(before: Fraction | None, after: Fraction | None) -> dict[str, Any] | None:
    if before is None or after is None:
        return None
    relative = (after - before) / before if before else None
    return {"points": percent(after - before), "relative": percent(relative)}


# -- what the process shows ------------------------------------------------------------------------


def tally(rooms: Sequence[CycleRoom], test: str, bands: Bands) -> dict[str, Any]:
    """Step 1 of a group of classes."""
    results = [result for _, result in once(rooms).on(test).values()]
    shares = [_share(result) for result in results if _tested(result)]
    counts = {
        standing: sum(result[0] == standing for result in results)
        for standing in ("tested", "absent", "exempt", "partial", "not_entered")
    }
    reached = [bands.level(each) for each in shares]
    return {
        **counts,
        "class_count": len(rooms),
        "activated_class_count": sum(
            (room.pre if test == "pre" else room.post) is not None for room in rooms
        ),
        "student_count": len(results),
        "average": average(shares, bands),
        "levels": [
            {"student_count": many, "percent": part(many, len(shares))["percent"]}
            for many in (reached.count(level) for level in range(1, len(bands.begin) + 1))
        ],
        "proficient": part(sum(map(bands.enough, shares)), len(shares)),
    }  # fmt: skip


def side_by_side(
    before: Sequence[Fraction], after: Sequence[Fraction], bands: Bands
) -> dict[str, Any]:
    return {
        "pre": average(before, bands),
        "post": average(after, bands),
        "change": change(mean(before), mean(after)),
    }


def compare_tests(rooms: Sequence[CycleRoom], bands: Bands) -> dict[str, Any]:
    """All that took either test, and those that took both."""
    counted = once(rooms)
    pairs = counted.pairs()
    return {
        "all_tested": side_by_side(counted.shares("pre"), counted.shares("post"), bands),
        "matched": side_by_side([one for one, _ in pairs], [two for _, two in pairs], bands),
    }


def student_rows(rooms: Sequence[CycleRoom], bands: Bands) -> dict[tuple[str, str], dict[str, Any]]:
    """By student and first class. Two classes are one row, unless each has results of its own."""
    counted = once(rooms)
    rows = {}
    for who in counted.pre | counted.post:
        homes = [counted.on(test).get(who, (None, None))[0] for test in ("pre", "post")]
        used = [room for room in homes if room is not None]
        listing = [room for room in rooms if who in room.on("pre") or who in room.on("post")]
        if len(listing) == 1:
            homes = [listing[0], listing[0]]
        rows[who, used[0].name] = _line(who, homes, bands)
        for room in listing:
            if not any(room is each for each in used) and _has_results(room, who):
                rows[who, room.name] = _line(who, [room, room], bands)
    return rows


def _has_results(room: CycleRoom, who: str) -> bool:
    results = (room.on(test).get(who) for test in ("pre", "post"))
    return any(result is not None and result[0] != "not_entered" for result in results)


def _line(who: str, homes: Sequence[CycleRoom | None], bands: Bands) -> dict[str, Any]:
    before, after = (
        room.on(test) if room else {} for room, test in zip(homes, ("pre", "post"), strict=True)
    )
    return {
        "pre": _score(before, who, bands),
        "post": _score(after, who, bands),
        "change": change(share(before, who), share(after, who)),
    }


def _score(marks: Marks, who: str, bands: Bands) -> dict[str, Any]:
    got = share(marks, who)
    return {
        "status": marks[who][0] if who in marks else None,
        "percent": percent(got, bands),
        "level": None if got is None else bands.level(got),
    }


# -- goals -----------------------------------------------------------------------------------------


def parts(room: CycleRoom, bands: Bands) -> dict[str, str]:
    """Each tested student's part in the goal of their class."""
    added, removed = room.goal or (frozenset[str](), frozenset[str]())
    found = {}
    for who in room.on("pre"):
        got = share(room.on("pre"), who)
        if got is None:
            continue
        if bands.enough(got):
            found[who] = "proficient"
        elif bands.close(got):
            found[who] = "removed" if who in removed else "close"
        else:
            found[who] = "added" if who in added and who not in removed else "far"
    return found


PARTS = ("proficient", "close", "added", "removed")


def goal(rooms: Sequence[CycleRoom], bands: Bands) -> dict[str, Any]:
    """Return the goal of a group of classes, each student once."""
    every = {room.name: parts(room, bands) for room in rooms}
    homes = once(rooms).pre
    said = [every[room.name][who] for who, (room, result) in homes.items() if _tested(result)]
    aimed = [each for each in said if each in ("proficient", "close", "added")]
    return {
        "baseline": part(said.count("proficient"), len(said)),
        "target": part(len(aimed), len(said)),
        "tested": len(said),
        **{f"{name}_count": said.count(name) for name in PARTS},
        "class_count": sum(room.pre is not None for room in rooms),
        "decided_class_count": sum(room.goal is not None for room in rooms if room.pre is not None),
    }


# -- growth ----------------------------------------------------------------------------------------


def growth(rooms: Sequence[CycleRoom], bands: Bands) -> dict[str, Any]:
    """Of who was tested twice; nothing of fewer than five."""
    pairs = once(rooms).pairs()
    if len(pairs) < 5:
        nothing = dict.fromkeys(("average", "normalized_gain", "effect", "movement", "goal"))
        counted = {"student_count": len(pairs), "withheld": "too_few"}
        return {**counted, "withheld_figures": {}, **nothing}
    gain, effect, aim = _gain(pairs), _effect(pairs), _outcome(rooms, bands)
    said = {"normalized_gain": gain, "effect": effect, "goal": aim}
    return {
        "student_count": len(pairs),
        "withheld": None,
        "average": side_by_side([one for one, _ in pairs], [two for _, two in pairs], bands),
        "movement": _movement(pairs, bands),
        "withheld_figures": {name: each for name, each in said.items() if isinstance(each, str)},
        **{name: None if isinstance(each, str) else each for name, each in said.items()},
    }


def _gain(pairs: Sequence[tuple[Fraction, Fraction]]) -> float | str | None:
    """Hake: what was gained of what there was to gain."""
    before, after = mean([one for one, _ in pairs]), mean([two for _, two in pairs])
    assert before is not None
    assert after is not None
    return "no_room" if before == 1 else percent((after - before) / (1 - before))


def _effect(pairs: Sequence[tuple[Fraction, Fraction]]) -> dict[str, Any] | str:
    """Bonett (2008) for paired scores, by the formula of the paper, in floating point."""
    before, after = [float(one) for one, _ in pairs], [float(two) for _, two in pairs]
    if len({one for one, _ in pairs}) == len({two for _, two in pairs}) == 1:
        return "no_spread"
    n = len(pairs)
    v1, v2 = statistics.variance(before), statistics.variance(after)
    s = sqrt((v1 + v2) / 2)
    d = (statistics.fmean(after) - statistics.fmean(before)) / s
    cov = statistics.covariance(before, after)
    error = sqrt(
        d**2 * (v1**2 + v2**2 + 2 * cov**2) / (8 * s**4 * (n - 1))
        + (v1 + v2 - 2 * cov) / (s**2 * (n - 1))
    )
    z = statistics.NormalDist().inv_cdf(0.975)
    return {
        "effect_size": d,
        "adjusted_effect_size": d * sqrt((n - 2) / (n - 1)),
        "standard_error": error,
        "lower": d - z * error,
        "upper": d + z * error,
        "student_count": n,
    }


def _movement(pairs: Sequence[tuple[Fraction, Fraction]], bands: Bands) -> dict[str, Any]:
    moves = [(bands.level(one), bands.level(two)) for one, two in pairs]
    levels = range(1, len(bands.begin) + 1)
    return {
        "matrix": [[moves.count((one, two)) for two in levels] for one in levels],
        "up": sum(two > one for one, two in moves),
        "unchanged": sum(two == one for one, two in moves),
        "down": sum(two < one for one, two in moves),
        "student_count": len(moves),
    }


def _outcome(rooms: Sequence[CycleRoom], bands: Bands) -> dict[str, Any] | str:
    """Return the goal, by each teacher's choice or as preselected, held against the post-test."""
    aim = goal(rooms, bands)
    if not aim["tested"]:
        return "no_goal"
    counted = once(rooms)
    if len(counted.pairs()) < 5:
        return "too_few"
    after = counted.shares("post")
    reached = sum(map(bands.enough, after))
    target = aim["target"]
    met = reached * target["student_count"] >= target["count"] * len(after)
    return {"met": met, "target": target, "reached": part(reached, len(after))}


# -- comparing -------------------------------------------------------------------------------------


def differences(expected: Any, shown: Any, where: str = "") -> Iterator[str]:
    """Name every place where what is shown is not as expected; what is not expected may be more."""
    if isinstance(expected, Mapping) and isinstance(shown, Mapping):
        for name, each in expected.items():
            yield from differences(each, shown.get(name, "nothing"), f"{where}/{name}")
    elif isinstance(expected, list) and isinstance(shown, list) and len(expected) == len(shown):
        for n, (one, two) in enumerate(zip(expected, shown, strict=True)):
            yield from differences(one, two, f"{where}/{n}")
    elif not _alike(expected, shown):
        yield f"{where}: expected {expected!r}, shown {shown!r}"


def _alike(expected: Any, shown: Any) -> bool:
    if isinstance(expected, float) and isinstance(shown, float):
        return abs(expected - shown) < 1e-6
    return bool(expected == shown)
