"""The conclusions of a reader who subtracts figures from each other: exact linear algebra.

A figure is a sum over students' results. A reader who has several figures has all their
combinations, and a reader who may see a student's results has these, too. A combination of the
results of only one to four other students reveals them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations

Result = tuple[str, str, str]
"""A student's result: student, class, test."""
Figure = frozenset[Result]

_PRIME = 2_147_483_647
MOST = 4


def isolate(figures: Collection[Figure], known: Collection[Result]) -> frozenset[str] | None:
    """Name one to four students that these figures reveal; none if they reveal nobody.

    `known` are the results that this person may see anyway.
    """
    unknown = [frozenset(figure.difference(known)) for figure in figures]
    rows = [figure for figure in dict.fromkeys(unknown) if figure]
    alike = _alike(rows)
    small = [each for each in alike.values() if len(_students(each)) <= MOST]
    whole = _rank([[int(key[n]) for key in alike] for n in range(len(rows))])
    for chosen in _few(small):
        dropped = {key for key, results in alike.items() if results in chosen}
        rest = [[int(key[n]) for key in alike if key not in dropped] for n in range(len(rows))]
        if _rank(rest) < whole:
            return frozenset(who for results in chosen for who in _students(results))
    return None


def _alike(rows: Sequence[Figure]) -> dict[tuple[bool, ...], frozenset[Result]]:
    """Put results together that are in the same figures: nothing can tell them apart."""
    found: dict[tuple[bool, ...], set[Result]] = defaultdict(set)
    for result in {each for row in rows for each in row}:
        found[tuple(result in row for row in rows)].add(result)
    return {key: frozenset(results) for key, results in found.items()}


def _few(small: Sequence[frozenset[Result]]) -> Iterator[tuple[frozenset[Result], ...]]:
    for many in range(1, MOST + 1):
        for chosen in combinations(small, many):
            if len({who for results in chosen for who in _students(results)}) <= MOST:
                yield chosen


def _students(results: Iterable[Result]) -> set[str]:
    return {who for who, *_ in results}


def _rank(matrix: list[list[int]]) -> int:
    """Return the rank of a matrix, modulo a large prime."""
    rows, rank = [list(row) for row in matrix], 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((n for n in range(rank, len(rows)) if rows[n][column] % _PRIME), None)
        if pivot is None:
            continue
        rows[rank], rows[pivot] = rows[pivot], rows[rank]
        inverse = pow(rows[rank][column], _PRIME - 2, _PRIME)
        for n in range(rank + 1, len(rows)):
            factor = rows[n][column] * inverse % _PRIME
            if factor:
                rows[n] = [
                    (a - factor * b) % _PRIME for a, b in zip(rows[n], rows[rank], strict=True)
                ]
        rank += 1
    return rank
