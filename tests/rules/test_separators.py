"""Which character parts the cells of a file that does not say so?"""

from __future__ import annotations

import pytest

from chalicelib import spreadsheets


def first_row(*lines: str) -> tuple[str, ...]:
    sheet = spreadsheets.read("\n".join(lines))
    return tuple(sheet.rows[0].cells)


def test_a_separator_with_most_equal_rows_wins_over_one_with_most_cells() -> None:
    rows = first_row("name;answer", "one, two, three;A", "four;B", "five;C")
    assert rows == ("name", "answer")


def test_among_those_that_part_as_many_rows_the_most_cells_win() -> None:
    assert first_row("a,b;c,d", "e,f;g,h") == ("a", "b;c", "d")


def test_a_separator_that_parts_no_row_is_not_chosen() -> None:
    assert first_row("a\tb", "c\td") == ("a", "b")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_cells_in_quotation_marks_do_not_count(separator: str) -> None:
    quoted = '"a,b;c\td|e"'
    lines = [separator.join((quoted, str(n))) for n in range(3)]
    assert first_row(*lines) == ("a,b;c\td|e", "0")
