"""The sums that an item analysis needs: linear in students, and sums of sums are sums.

Of every question the points, their squares and their products with the student's total are
enough for variances, item-rest correlations, alpha, and alpha without a question:

    var(rest) = var(total) - 2 cov(total, x) + var(x),   cov(x, rest) = cov(x, total) - var(x)

so nothing grows with students, nor with the square of questions. Everything is an integer: points
times the smallest number that makes all of them whole (`scale`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from math import lcm
from operator import mul

from .model import AnalyzedQuestion, Points, StudentPaper

Cell = tuple[int, str, str]
"""Question's place, key version, response."""


class Sums:
    """Sums over any number of students who answered the same questions."""

    __slots__ = (
        "between",
        "cells",
        "left_out",
        "products",
        "questions",
        "scale",
        "scores",
        "squares",
        "students",
        "total",
        "total_squared",
        "whole",
    )

    def __init__(self, questions: Sequence[AnalyzedQuestion]) -> None:
        """Start from nobody."""
        self.questions = tuple(questions)
        self.scale = lcm(*(question.possible.denominator for question in questions))
        self.students = 0
        self.left_out = 0
        self.between = 0
        """Points that are neither none nor all: without any, a question is right or wrong."""
        self.total = 0
        self.total_squared = 0
        self.scores = [0] * len(questions)
        self.squares = [0] * len(questions)
        self.products = [0] * len(questions)
        self.cells: dict[Cell, list[int]] = {}
        """Of every answer chosen: how many students, their points on it, and their totals."""
        self.whole: dict[Points, int] = {}
        """Points already seen, as integers of this scale."""

    # -- adding up --------------------------------------------------------------------------------

    def add(self, papers: Sequence[StudentPaper], left_out: int = 0) -> None:
        """Add students who answered everything; `left_out` is how many did not.

        Raises `ValueError` when a paper has not one entry per question.
        """
        self.left_out += left_out
        if not papers or not self.questions:
            return
        self._check(papers)
        self._bring_to_scale({points for paper in papers for points in paper.points})
        rows = [[self.whole[points] for points in paper.points] for paper in papers]
        totals = [sum(row) for row in rows]
        self.students += len(papers)
        self.total += sum(totals)
        self.total_squared += sum(map(mul, totals, totals))
        versions = [paper.version for paper in papers]
        unknown = [None] * len(self.questions)
        responses = list(zip(*(paper.responses or unknown for paper in papers), strict=True))
        for place, scores in enumerate(zip(*rows, strict=True)):
            self._add_question(place, scores, totals)
            if self.questions[place].choices:
                answers = zip(versions, responses[place], strict=True)
                self._add_choices(place, answers, scores, totals)

    def __add__(self, other: Sums) -> Sums:
        """Merge two groups of students. Raises `ValueError` for different questions."""
        if self.questions != other.questions:
            msg = "only sums over the same questions add up"
            raise ValueError(msg)
        merged = Sums(self.questions)
        for each in (self, other):
            merged.absorb(each)
        return merged

    def absorb(self, other: Sums) -> None:
        """Take another group in."""
        self._rescale(lcm(self.scale, other.scale))
        once = self.scale // other.scale
        twice = once * once
        self.students += other.students
        self.left_out += other.left_out
        self.between += other.between
        self.total += other.total * once
        self.total_squared += other.total_squared * twice
        self.scores = _plus(self.scores, other.scores, once)
        self.squares = _plus(self.squares, other.squares, twice)
        self.products = _plus(self.products, other.products, twice)
        for cell, (count, scores, totals) in other.cells.items():
            self._count(cell, count, scores * once, totals * once)

    # -- reading ----------------------------------------------------------------------------------

    def versions(self, place: int) -> list[str]:
        """List the printed forms on which a question was answered."""
        return sorted({version for at, version, _ in self.cells if at == place})

    def answers(self, place: int, version: str) -> Iterator[tuple[str, int, int, int]]:
        """Yield every response to a question on one form: count, points, totals."""
        for (at, form, response), (count, scores, totals) in self.cells.items():
            if at == place and form == version:
                yield response, count, scores, totals

    # -- steps ------------------------------------------------------------------------------------

    def _check(self, papers: Iterable[StudentPaper]) -> None:
        wanted = len(self.questions)
        for paper in papers:
            if len(paper.points) != wanted or len(paper.responses) not in (0, wanted):
                msg = f"a paper has one entry for each of {wanted} questions"
                raise ValueError(msg)

    def _bring_to_scale(self, seen: set[Points]) -> None:
        new = {points: Fraction(points) for points in seen if points not in self.whole}
        if new:
            self._rescale(lcm(self.scale, *(exact.denominator for exact in new.values())))
            self.whole.update((points, int(exact * self.scale)) for points, exact in new.items())

    def _rescale(self, scale: int) -> None:
        if scale == self.scale:
            return
        once = scale // self.scale
        twice = once * once
        self.scale = scale
        self.total *= once
        self.total_squared *= twice
        self.scores = [each * once for each in self.scores]
        self.squares = [each * twice for each in self.squares]
        self.products = [each * twice for each in self.products]
        self.whole = {points: whole * once for points, whole in self.whole.items()}
        for cell in self.cells.values():
            cell[1] *= once
            cell[2] *= once

    def _add_question(self, place: int, scores: Sequence[int], totals: Sequence[int]) -> None:
        full = int(self.questions[place].possible * self.scale)
        self.scores[place] += sum(scores)
        self.squares[place] += sum(map(mul, scores, scores))
        self.products[place] += sum(map(mul, scores, totals))
        self.between += len(scores) - scores.count(0) - scores.count(full)

    def _add_choices(
        self,
        place: int,
        answers: Iterable[tuple[str, str | None]],
        scores: Sequence[int],
        totals: Sequence[int],
    ) -> None:
        """Count answers chosen, in a table of the question's own first: this is the inner loop."""
        found: dict[tuple[str, str | None], list[int]] = {}
        for answer, score, total in zip(answers, scores, totals, strict=True):
            known = found.get(answer)
            if known is None:
                found[answer] = [1, score, total]
            else:
                known[0] += 1
                known[1] += score
                known[2] += total
        for (version, response), (count, points, sums) in found.items():
            if response is not None:
                self._count((place, version, response), count, points, sums)

    def _count(self, cell: Cell, count: int, scores: int, totals: int) -> None:
        known = self.cells.get(cell)
        if known is None:
            self.cells[cell] = [count, scores, totals]
        else:
            known[0] += count
            known[1] += scores
            known[2] += totals


def _plus(ours: Iterable[int], theirs: Iterable[int], times: int) -> list[int]:
    return [a + b * times for a, b in zip(ours, theirs, strict=True)]
