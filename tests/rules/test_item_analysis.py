"""Item analysis against published tables, against numpy and scipy, and where nothing is defined."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import special

from chalicelib.item_analysis import chance
from chalicelib.item_analysis.model import (
    Analysis,
    AnalyzedQuestion,
    ItemAnalysis,
    Points,
    Statistic,
    StudentPaper,
    TooFew,
)
from chalicelib.item_analysis.service import Sums, analyze

WUENSCH = (
    "1111110110 1011011101 1111011001 0010001000 0000010010 "
    "1110111111 1101110111 1111111101 0101111101 1101101110"
)
"""Karl Wuensch, StatHelp: ten students, ten questions."""

LSAT6 = (
    "00000 3;00001 6;00010 2;00011 11;00100 1;00101 1;00110 3;00111 4;01000 1;01001 8;01011 16;"
    "01101 3;01110 2;01111 15;10000 10;10001 29;10010 14;10011 81;10100 3;10101 28;10110 15;"
    "10111 80;11000 16;11001 56;11010 21;11011 173;11100 11;11101 61;11110 28;11111 298"
)
"""Bock and Lieberman 1970: how many of a thousand students answered five questions so."""


def matrix_of(rows: Sequence[str]) -> list[list[int]]:
    return [[int(digit) for digit in row] for row in rows]


def wuensch() -> list[list[int]]:
    return matrix_of(WUENSCH.split())


def lsat() -> list[list[int]]:
    patterns = [entry.split() for entry in LSAT6.split(";")]
    return matrix_of([pattern for pattern, count in patterns for _ in range(int(count))])


def sums_of(rows: Sequence[Sequence[Points]], possible: Sequence[Points] | None = None) -> Sums:
    worths = possible or [1] * len(rows[0])
    questions = [AnalyzedQuestion(f"q{n}", Fraction(worth)) for n, worth in enumerate(worths)]
    sums = Sums(questions)
    sums.add([StudentPaper(row) for row in rows])
    return sums


def analyze_rows(
    rows: Sequence[Sequence[Points]], possible: Sequence[Points] | None = None
) -> Analysis:
    found = analyze(sums_of(rows, possible))
    assert isinstance(found, Analysis)
    return found


def number(figure: Statistic) -> float:
    assert figure.value is not None, figure.why
    return float(figure.value)


def codes(item: ItemAnalysis) -> set[str]:
    return {flag.code for flag in item.flags}


# -- published answers ----------------------------------------------------------------------------


def test_wuenschs_table_comes_out_to_the_last_digit() -> None:
    found = analyze_rows(wuensch())
    shares = [item.facility for item in found.items]
    assert shares == [Fraction(n, 10) for n in (7, 7, 6, 7, 6, 8, 7, 7, 5, 6)]
    assert sum(item.variance for item in found.items) == Fraction("2.18")
    assert found.variance == Fraction("5.84")
    assert found.measure == "KR-20"
    assert round(number(found.alpha), 5) == 0.69635


def test_mixing_in_the_variance_of_a_sample_would_say_something_else() -> None:
    found = analyze_rows(wuensch())
    sample = found.variance * 10 / 9
    wrong = Fraction(10, 9) * (1 - Fraction("2.18") / sample)
    assert round(float(wrong), 4) == 0.7378
    assert found.alpha.value != wrong


def test_the_thousand_students_of_the_lsat_come_out_as_published() -> None:
    rows = lsat()
    found = analyze_rows(rows)
    totals = [sum(row) for row in rows]
    assert [totals.count(n) for n in range(6)] == [3, 20, 85, 237, 357, 298]
    assert [item.facility for item in found.items] == [
        Fraction(n, 1000) for n in (924, 709, 553, 763, 870)
    ]
    assert round(number(found.alpha), 4) == 0.2950
    assert [round(number(item.discrimination), 4) for item in found.items] == [
        0.1128,
        0.1532,
        0.1728,
        0.1444,
        0.1216,
    ]


def test_the_lsat_in_forty_classes_is_the_lsat() -> None:
    rows = lsat()
    together = sums_of(rows[:1])
    for start in range(1, 1000, 25):
        together = together + sums_of(rows[start : start + 25])
    assert analyze(together) == analyze_rows(rows)


# -- against other people's arithmetic ------------------------------------------------------------


def alpha_of(matrix: np.ndarray) -> float:
    k = matrix.shape[1]
    return float(k / (k - 1) * (1 - matrix.var(axis=0).sum() / matrix.sum(axis=1).var()))


@pytest.mark.parametrize("seed", range(30))
def test_every_figure_is_numpys(seed: int) -> None:
    random = np.random.default_rng(seed)
    students, questions = int(random.integers(5, 60)), int(random.integers(3, 12))
    ability = random.normal(size=(students, 1))
    grades = np.clip(np.round(ability + random.normal(size=(students, questions)) + 2), 0, 4)
    possible = [Fraction(4, int(random.integers(1, 7))) for _ in range(questions)]
    exact = [
        [Fraction(int(g)) * p / 4 for g, p in zip(row, possible, strict=True)] for row in grades
    ]
    matrix = np.array([[float(cell) for cell in row] for row in exact])
    found = analyze_rows(exact, possible)
    totals = matrix.sum(axis=1)
    assert float(found.mean) == pytest.approx(totals.mean())
    assert float(found.variance) == pytest.approx(totals.var())
    assert number(found.alpha) == pytest.approx(alpha_of(matrix))
    if number(found.alpha) >= 0:
        expected = totals.std() * math.sqrt(1 - alpha_of(matrix))
        assert number(found.error) == pytest.approx(expected)
    for place, item in enumerate(found.items):
        own, rest = matrix[:, place], np.delete(matrix, place, axis=1)
        assert float(item.facility) == pytest.approx(own.mean() / float(possible[place]))
        assert float(item.variance) == pytest.approx(own.var())
        assert number(item.without) == pytest.approx(alpha_of(rest))
        if own.std():
            expected = np.corrcoef(own, rest.sum(axis=1))[0, 1]
            assert number(item.discrimination) == pytest.approx(expected)


@given(
    st.lists(
        st.lists(st.sampled_from(["0", "1", "0.5", "1/3"]), min_size=4, max_size=4), max_size=24
    ),
    st.integers(0, 24),
)
@settings(deadline=None, max_examples=60)
def test_sums_of_parts_are_the_sums_of_the_whole(rows: list[list[str]], cut: int) -> None:
    questions = [AnalyzedQuestion(f"q{n}", Fraction(1), ("A", "B")) for n in range(4)]
    papers = [StudentPaper(row, ["A" if cell == "1" else "B" for cell in row]) for row in rows]
    whole, one, other = Sums(questions), Sums(questions), Sums(questions)
    whole.add(papers, left_out=3)
    one.add(papers[:cut], left_out=1)
    other.add(papers[cut:], left_out=2)
    assert analyze(one + other) == analyze(other + one) == analyze(whole)


def test_scale_never_matters() -> None:
    halves: list[list[Points]] = [[Fraction(cell, 7) for cell in row] for row in wuensch()]
    found, plain = analyze_rows(halves, [Fraction(1, 7)] * 10), analyze_rows(wuensch())
    assert found.alpha == plain.alpha
    assert found.measure == "KR-20"
    assert [i.discrimination for i in found.items] == [i.discrimination for i in plain.items]


def test_points_in_between_make_it_alpha() -> None:
    rows: list[Sequence[Points]] = [*wuensch(), ["1/2"] * 10]
    assert analyze_rows(rows).measure == "alpha"
    assert analyze_rows(wuensch(), [1] * 9 + [2]).measure == "alpha"


def test_different_tests_do_not_add_up() -> None:
    with pytest.raises(ValueError, match="same questions"):
        _ = sums_of([[1, 0]]) + sums_of([[1, 0]], [1, 2])


def test_a_paper_with_a_question_missing_is_not_taken() -> None:
    sums = sums_of([[1, 0]])
    with pytest.raises(ValueError, match="one entry for each"):
        sums.add([StudentPaper([1])])


# -- where there is nothing to say ----------------------------------------------------------------


@pytest.mark.parametrize("students", range(5))
def test_under_five_students_there_is_not_one_figure(students: int) -> None:
    sums = sums_of([[1, 0]])
    sums = Sums(sums.questions)
    sums.add([StudentPaper([1, n % 2]) for n in range(students)], left_out=2)
    found = analyze(sums)
    assert found == TooFew(students, 2)
    assert isinstance(found, TooFew)
    assert "at least 5 students" in found.sentence
    assert "2 more" in found.sentence


def test_those_with_answers_missing_do_not_help_over_the_bar() -> None:
    sums = sums_of([[1, 0]] * 4)
    sums.add([], left_out=20)
    assert isinstance(analyze(sums), TooFew)


def test_a_question_all_answered_alike_has_no_discrimination_and_says_so() -> None:
    found = analyze_rows([[1, n % 2, n // 3] for n in range(6)])
    item = found.items[0]
    assert item.discrimination.value is None
    assert "same points" in item.discrimination.why
    assert codes(item) == set(), "six students who are right are no news"


def test_a_rest_that_is_all_alike_leaves_discrimination_open() -> None:
    found = analyze_rows([[n % 2, 1, 1] for n in range(6)])
    assert found.items[0].discrimination.value is None
    assert "all other questions" in found.items[0].discrimination.why
    assert found.items[0].without.value is None


def test_one_question_has_neither_rest_nor_alpha() -> None:
    found = analyze_rows([[n % 2] for n in range(6)])
    assert found.alpha.value is found.error.value is found.items[0].discrimination.value is None
    assert found.items[0].without.value is None
    assert found.items[0].facility == Fraction(1, 2)


def test_two_questions_have_alpha_but_none_without_one() -> None:
    found = analyze_rows([[n % 2, n % 2] for n in range(6)])
    assert found.alpha.value == 1
    assert found.items[0].without.value is None
    assert found.items[0].without.why


def test_totals_all_alike_have_no_alpha() -> None:
    found = analyze_rows([[n % 2, 1 - n % 2] for n in range(6)])
    assert found.alpha.value is None
    assert "same total" in found.alpha.why
    assert found.items[0].discrimination.value == -1


def test_nothing_is_ever_not_a_number() -> None:
    """Every small matrix there is, up to order: whatever is undefined says why."""
    for bits in range(2**10):
        rows = [[bits >> (2 * n) & 1, bits >> (2 * n + 1) & 1] for n in range(5)]
        found = analyze_rows(rows)
        figures = [found.alpha, found.error]
        for item in found.items:
            figures += [item.discrimination, item.without]
        assert all((f.value is None) == bool(f.why) for f in figures)
        assert all(f.value is None or math.isfinite(f.value) for f in figures)


def test_a_reliability_below_nought_has_no_error_of_measurement() -> None:
    rows = [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 0], [0, 1, 1]]
    found = analyze_rows(rows)
    assert number(found.alpha) < 0
    assert found.error.value is None
    assert "alpha_negative" in {flag.code for flag in found.flags}


def test_a_reliability_a_little_below_nought_is_not_flagged() -> None:
    rows = [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0], [0, 1, 1], [1, 1, 1], [1, 0, 1]]
    found = analyze_rows(rows)
    assert number(found.alpha) < 0
    assert {flag.code for flag in found.flags} == {"few_students"}


def test_huge_denominators_neither_overflow_nor_round() -> None:
    primes = [Fraction(1, p) for p in (997, 991, 983, 977, 971, 967, 953, 947)] * 12
    rows: list[list[Points]] = [
        [p if (n * i) % 5 < 3 else Fraction(0) for i, p in enumerate(primes)] for n in range(7)
    ]
    found = analyze_rows(rows, primes)
    matrix = np.array([[float(cell) for cell in row] for row in rows])
    assert number(found.alpha) == pytest.approx(alpha_of(matrix))


# -- the answers chosen ---------------------------------------------------------------------------

ONE_RIGHT = AnalyzedQuestion("q", Fraction(1), ("A", "B", "C", "D"), (("", frozenset("B")),))
OTHERS = [AnalyzedQuestion(f"r{n}") for n in range(3)]


def with_choices(
    given: Sequence[tuple[str, int]], question: AnalyzedQuestion = ONE_RIGHT
) -> ItemAnalysis:
    """`given`: the response to the question, and the points on the rest of three."""
    sums = Sums([question, *OTHERS])
    right = question.right("")
    sums.add(
        [
            StudentPaper(
                [int(set(response) == right), *([1] * rest + [0] * (3 - rest))],
                [response, None, None, None],
            )
            for response, rest in given
        ]
    )
    found = analyze(sums)
    assert isinstance(found, Analysis)
    return found.items[0]


def test_every_answer_is_counted_with_how_strong_its_students_were() -> None:
    item = with_choices([("B", 3), ("B", 2), ("A", 1), ("A", 0), ("C", 1), ("", 0)])
    (table,) = item.tables
    assert table.students == 6
    told = [(c.choice, c.right, c.count, c.share, c.rest) for c in table.choices]
    assert told == [
        ("A", False, 2, Fraction(1, 3), Fraction(1, 2)),
        ("B", True, 2, Fraction(1, 3), Fraction(5, 2)),
        ("C", False, 1, Fraction(1, 6), Fraction(1)),
        ("D", False, 0, Fraction(0), None),
        ("", False, 1, Fraction(1, 6), Fraction(0)),
    ]
    assert codes(item) == set(), "six students say nothing about an answer that nobody chose"


def test_a_wrong_key_is_found() -> None:
    class_of_seven = [("A", 3), ("A", 3), ("A", 2), ("B", 1), ("B", 0), ("C", 1), ("D", 1)]
    assert codes(with_choices(class_of_seven)) == set()
    item = with_choices(
        [*class_of_seven, *class_of_seven, *class_of_seven, *[("A", 3), ("A", 2)] * 8]
    )
    assert {"check_the_key", "strong_students_chose_it", "chosen_more_than_right"} <= codes(item)
    assert any("“A”" in flag.sentence for flag in item.flags)


def test_one_student_makes_no_pattern() -> None:
    item = with_choices([("A", 3), *[("B", 2), ("B", 1), ("C", 1), ("D", 1)] * 10])
    assert "strong_students_chose_it" not in codes(item)


def test_easy_hard_and_omitted_questions_are_flagged() -> None:
    assert "too_easy" in codes(with_choices([("B", n % 4) for n in range(59)] + [("A", 0)]))
    assert "everybody_right" in codes(with_choices([("B", n % 4) for n in range(40)]))
    assert "too_hard" in codes(with_choices([("A", n % 4) for n in range(9)] + [("B", 3)]))
    assert "nobody_right" in codes(with_choices([("A", n % 4) for n in range(9)]))
    assert "often_left_out" in codes(with_choices([("B", 3)] * 4 + [("", 0)] * 2))
    assert "never_chosen" in codes(with_choices([("B", 3), ("A", 1), ("C", 2)] * 40))


def test_chance_results_of_a_small_class_are_not_flagged() -> None:
    easy = [("B", n % 4) for n in range(19)] + [("A", 0)]
    assert codes(with_choices(easy)) == set(), "19 of 20 is what 17 of 20 may turn out as"
    assert codes(with_choices([("B", n % 4) for n in range(12)])) == set()
    assert codes(with_choices([("A", n % 4) for n in range(5)])) == set()
    assert codes(with_choices([("B", 3)] * 9 + [("", 0)])) == set()
    assert "chosen_more_than_right" not in codes(with_choices([("A", 1)] * 3 + [("B", 1)] * 2))


def test_of_several_letters_each_is_counted() -> None:
    several = AnalyzedQuestion(
        "q", Fraction(1), ("A", "B", "C"), (("", frozenset("AB")),), several=True
    )
    item = with_choices([("AB", 3), ("AB", 3), ("A", 1), ("AC", 0), ("", 0)], several)
    (table,) = item.tables
    assert [(c.choice, c.right, c.count) for c in table.choices] == [
        ("A", True, 4),
        ("B", True, 2),
        ("C", False, 1),
        ("", False, 1),
    ]


def test_each_printed_form_has_its_own_table_and_key() -> None:
    question = AnalyzedQuestion(
        "q", Fraction(1), ("A", "B"), (("", frozenset("A")), ("B", frozenset("B")))
    )
    sums = Sums([question, *OTHERS])
    papers = [
        StudentPaper([int(n % 3 > 0), 1, n % 2, 0], ["AB"[(n + form) % 2]] + [None] * 3, "B" * form)
        for n in range(6)
        for form in (0, 1)
    ]
    sums.add(papers)
    found = analyze(sums)
    assert isinstance(found, Analysis)
    first, second = found.items[0].tables
    assert (first.version, second.version) == ("", "B")
    assert [c.right for c in first.choices] == [True, False, False]
    assert [c.right for c in second.choices] == [False, True, False]
    assert first.students == second.students == 6


def test_the_answers_of_fewer_than_five_on_a_form_are_not_shown() -> None:
    """One student on form B: a table of that form would be that student's."""
    question = AnalyzedQuestion(
        "q", Fraction(1), ("A", "B"), (("", frozenset("A")), ("B", frozenset("B")))
    )
    sums = Sums([question, *OTHERS])
    rest = [None] * 3
    sums.add([StudentPaper([1, 1, n % 2, 0], ["A", *rest]) for n in range(120)])
    sums.add([StudentPaper([0, 1, 1, 1], ["A", *rest], "B")])
    found = analyze(sums)
    assert isinstance(found, Analysis)
    assert found.students == 121
    assert [table.version for table in found.items[0].tables] == [""]
    sentences = [flag.sentence for flag in found.items[0].flags]
    assert "Nobody chose “B” (form A)." in sentences
    assert not any("form B" in sentence for sentence in sentences)


def test_points_by_hand_are_in_the_figures_and_not_among_the_answers() -> None:
    sums = Sums([ONE_RIGHT, *OTHERS])
    sums.add([StudentPaper([1, 1, 0, n % 2], ["B", None, None, None]) for n in range(5)])
    sums.add([StudentPaper(["0.5", 0, 0, 0], [None] * 4)])
    found = analyze(sums)
    assert isinstance(found, Analysis)
    assert found.students == 6
    assert found.items[0].tables[0].students == 5


def test_a_small_class_is_called_rough() -> None:
    assert {flag.code for flag in analyze_rows(wuensch()).flags} == {"few_students"}
    assert analyze_rows(lsat()).flags == ()


# -- flags are raised where chance is an unlikely explanation --------------------------------------


def noise(students: int, questions: int, seed: int) -> list[list[int]]:
    """Answers to questions that have nothing to do with each other, four of five right."""
    random = np.random.default_rng(seed)
    return [[int(x) for x in row] for row in random.random((students, questions)) < 0.8]


def test_a_discrimination_a_little_below_nothing_is_not_flagged_in_a_class() -> None:
    rows = [[n % 2, (n // 2) % 2, (n // 4) % 2, (n // 8) % 2] for n in range(15)] + [[0, 1, 1, 1]]
    found = analyze_rows(rows)
    below = [item for item in found.items if -0.3 < number(item.discrimination) < 0]
    assert below
    assert all(not item.flags for item in found.items)


@pytest.mark.parametrize("students", [8, 16, 25, 120])
def test_of_a_hundred_tests_with_nothing_to_look_at_few_raise_any_flag(students: int) -> None:
    """Independent answers have a correlation of 0: no key is wrong, no question goes astray."""
    tests = [analyze_rows(noise(students, 10, seed)) for seed in range(100)]
    for code in ("check_the_key", "too_easy", "too_hard", "everybody_right"):
        assert sum(any(code in codes(item) for item in test.items) for test in tests) <= 10, code
    assert sum("alpha_negative" in {flag.code for flag in test.flags} for test in tests) <= 10


def test_a_key_that_is_wrong_in_a_class_of_thirty_is_found() -> None:
    random = np.random.default_rng(5)
    ability = random.normal(size=30)
    rows = [[*(int(a + random.normal() * 0.5 > 0) for _ in range(9)), int(a < 0)] for a in ability]
    found = analyze_rows(rows)
    assert codes(found.items[-1]) == {"check_the_key"}
    assert [codes(item) for item in found.items[:-1]] == [set()] * 9


def test_strong_students_who_chose_a_wrong_answer_are_found_by_permutation() -> None:
    given = [("A", 3)] * 8 + [("B", n % 2) for n in range(12)] + [("C", 1)] * 4
    assert "strong_students_chose_it" in codes(with_choices(given))
    few = [("A", 3), ("A", 3), ("B", 1), ("B", 0), ("C", 1), ("D", 1)]
    assert "strong_students_chose_it" not in codes(with_choices(few))


@pytest.mark.parametrize("n", [5, 16, 30, 400])
def test_chances_are_scipys(n: int) -> None:
    for r in (-0.95, -0.4, -0.02, 0.3):
        t = r * math.sqrt((n - 2) / (1 - r * r))
        assert chance.correlation_at_most(r, 0, n) == pytest.approx(special.stdtr(n - 2, t))
    for some in range(n + 1):
        for share in (0.05, 0.5, 0.85):
            exactly = special.bdtrc(some - 1, n, share)
            assert chance.at_least(some, n, share) == pytest.approx(exactly, abs=1e-12)
            assert chance.at_most(some, n, share) == pytest.approx(
                special.bdtr(some, n, share), abs=1e-12
            )
    for alpha in (-3.0, -0.2, 0.4):
        expected = special.fdtr(n - 1, (n - 1) * 9, 1 / (1 - alpha))
        assert chance.reliability_at_most(alpha, n, 10) == pytest.approx(expected)


def test_a_difference_by_permutation_is_near_all_permutations() -> None:
    """Every way to draw two groups of five and seven out of twelve."""
    points = [3, 3, 3, 2, 3, 1, 0, 1, 2, 0, 1, 1]
    total, observed = sum(points), sum(points[:5]) / 5 - sum(points[5:]) / 7
    draws = [sum(each) for each in combinations(points, 5)]
    exactly = sum(d / 5 - (total - d) / 7 >= observed - 1e-9 for d in draws) / len(draws)
    spread = float(np.var(points))
    assert chance.difference_at_least(observed, spread, 5, 7, 12) == pytest.approx(
        exactly, abs=0.02
    )
    assert chance.difference_at_least(9, spread, 2, 2, 4) == pytest.approx(1 / 6)
    assert chance.difference_at_least(0, 0, 2, 2, 4) == 1


def test_unrelated_questions_tell_little() -> None:
    unrelated = analyze_rows(noise(1500, 6, 1))
    assert all(codes(item) == {"tells_little"} for item in unrelated.items)
    assert all("tells_little" not in codes(item) for item in analyze_rows(noise(16, 6, 1)).items)
    assert all("tells_little" not in codes(item) for item in analyze_rows(lsat()).items)
