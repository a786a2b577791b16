"""Colleagues write on one page: accepted edits, conflicts, and no lost text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.errors import Invalid, TooLarge
from chalicelib.processes.model import PageName
from chalicelib.processes.pages.merging import MergedPage, PageEdits, RowEdit, merge
from chalicelib.processes.pages.model import LARGEST_PAGE, ProcessPage, Stamp, plain, read_page
from chalicelib.processes.pages.validation import check_edits, check_page

WHEN = "2026-10-01T15:00:00.000Z"


def stamp(version: int, by: str = "lena") -> Stamp:
    return Stamp(version=version, by=by, by_name=by.title(), at=WHEN)


def write_on(
    page: ProcessPage, *, by: str = "lena", base: int | None = None, rows: Any = (), **texts: Any
) -> MergedPage:
    """Return the outcome of an edit; by default by somebody who saw the page as it is."""
    seen = page.version if base is None else base
    return merge(page, PageEdits(texts, rows), seen, stamp(page.version + 1, by))


def analyze(**texts: Any) -> ProcessPage:
    return write_on(ProcessPage(name=PageName.ANALYZE), **texts).page


def strategies(*rows: str) -> ProcessPage:
    empty = ProcessPage(name=PageName.STRATEGIES)
    return write_on(empty, rows=[RowEdit(row, {"strategy": f"Do {row}"}) for row in rows]).page


def order(page: ProcessPage) -> str:
    return "".join(row.id for row in page.rows)


# -- fields ----------------------------------------------------------------------------------------


def test_only_what_is_sent_is_changed_and_keeps_who_wrote_it_when() -> None:
    page = write_on(
        analyze(strengths="Number lines", obstacles="Words"), by="mia", obstacles="Units"
    )
    assert page.page.version == 2
    assert (page.page.text("strengths"), page.page.fields["strengths"].stamp) == (
        "Number lines", stamp(1),
    )  # fmt: skip
    assert page.page.fields["obstacles"].stamp == stamp(2, "mia")


def test_two_who_write_in_different_fields_do_not_meet() -> None:
    page = analyze(strengths="Number lines")
    merged = write_on(page, by="mia", base=0, obstacles="Units")
    assert not merged.clashes
    assert (merged.page.text("strengths"), merged.page.text("obstacles")) == (
        "Number lines", "Units",
    )  # fmt: skip


def test_a_writer_who_differs_from_a_colleague_gets_a_conflict_and_nothing_changes() -> None:
    page = analyze(strengths="Number lines")
    merged = write_on(page, by="mia", base=0, strengths="Drawing", obstacles="Units")
    assert merged.page is page
    (clash,) = merged.clashes
    assert (clash.theirs, clash.stamp.by, clash.yours.value) == ("Number lines", "lena", "Drawing")
    assert [(each.field, each.value) for each in merged.unsaved] == [
        ("strengths", "Drawing"), ("obstacles", "Units"),
    ], "also what met nobody, for it was not saved"  # fmt: skip


def test_a_writer_who_has_seen_the_colleagues_text_may_replace_it() -> None:
    assert write_on(analyze(strengths="Number lines"), strengths="Drawing").page.version == 2


def test_the_same_text_is_no_conflict_and_no_change() -> None:
    page = analyze(strengths="Number lines", needs=("Place value", "Units"))
    merged = write_on(
        page, by="mia", base=0, strengths="Number lines", needs=("Place value", "Units")
    )
    assert (merged.clashes, merged.page is page) == ((), True)


def test_the_order_of_needs_is_part_of_them() -> None:
    page = analyze(needs=("Place value", "Units"))
    assert write_on(page, base=0, needs=("Units", "Place value")).clashes


def test_writing_nothing_on_an_empty_page_begins_nothing() -> None:
    page = ProcessPage(name=PageName.REFLECT)
    assert write_on(page, worked="", next_time="").page is page


def test_a_text_that_a_colleague_took_out_is_not_written_over_unseen() -> None:
    page = write_on(analyze(strengths="Number lines"), by="mia", strengths="").page
    assert write_on(page, base=1, strengths="Number lines and rulers").clashes


# -- strategies ------------------------------------------------------------------------------------


def test_two_who_add_strategies_get_both() -> None:
    merged = write_on(strategies("a"), base=0, by="mia", rows=[RowEdit("b", {"who": "Mia"})])
    assert (order(merged.page), merged.clashes) == ("ab", ())


def test_different_fields_of_one_strategy_do_not_meet_and_the_same_do() -> None:
    page = write_on(strategies("a"), rows=[RowEdit("a", {"who": "Lena"})]).page
    assert not write_on(page, base=1, rows=[RowEdit("a", {"how_often": "Daily"})]).clashes
    (clash,) = write_on(page, base=1, rows=[RowEdit("a", {"who": "Mia"})]).clashes
    assert (clash.yours.row, clash.yours.field, clash.theirs) == ("a", "who", "Lena")


def test_a_strategy_is_not_taken_out_from_under_a_colleague_who_wrote_in_it() -> None:
    page = write_on(strategies("a"), rows=[RowEdit("a", {"who": "Lena"})]).page
    (clash,) = write_on(page, base=1, by="mia", rows=[RowEdit("a", remove=True)]).clashes
    assert clash.theirs == "Lena"
    assert order(write_on(page, base=2, by="mia", rows=[RowEdit("a", remove=True)]).page) == ""


def test_a_writer_in_a_removed_strategy_gets_a_conflict() -> None:
    page = write_on(strategies("a", "b"), rows=[RowEdit("a", remove=True)]).page
    merged = write_on(page, base=1, by="mia", rows=[RowEdit("a", {"who": "Mia"})])
    (clash,) = merged.clashes
    assert (clash.theirs, clash.stamp.by) == (None, "lena")
    assert [each.value for each in merged.unsaved] == ["Mia"]
    assert order(write_on(page, rows=[RowEdit("a", {"who": "Mia"})]).page) == "ba", "who knows may"


def test_removing_a_removed_assessment_is_no_conflict() -> None:
    page = write_on(strategies("a", "b"), rows=[RowEdit("a", remove=True)]).page
    assert write_on(page, base=1, by="mia", rows=[RowEdit("a", remove=True)]).page is page


@pytest.mark.parametrize(
    ("edits", "after"),
    [
        ([RowEdit("c", order=1)], "cab"),
        ([RowEdit("a", order=3)], "bca"),
        ([RowEdit("a", order=30)], "bca"),
        ([RowEdit("c", order=1), RowEdit("a", order=3)], "cba"),
        ([RowEdit("d", {"who": "x"}, order=1)], "dabc"),
        ([RowEdit("b", remove=True), RowEdit("c", order=1)], "ca"),
    ],
)
def test_strategies_are_moved_and_doing_so_again_changes_nothing(
    edits: list[RowEdit], after: str
) -> None:
    page = strategies("a", "b", "c")
    moved = write_on(page, rows=edits).page
    assert order(moved) == after
    assert write_on(moved, base=page.version, by="mia", rows=edits).page is moved


def test_two_who_move_different_strategies_do_not_meet_and_the_same_do() -> None:
    page = write_on(strategies("a", "b", "c"), rows=[RowEdit("c", order=1)]).page
    assert not write_on(page, base=1, rows=[RowEdit("b", order=1)]).clashes
    (clash,) = write_on(page, base=1, rows=[RowEdit("c", order=3)]).clashes
    assert (clash.theirs, clash.yours.field) == ("1", "order")


def test_moving_a_strategy_is_no_reason_to_refuse_what_is_written_in_it() -> None:
    page = write_on(strategies("a", "b"), rows=[RowEdit("b", order=1)]).page
    assert not write_on(page, base=1, by="mia", rows=[RowEdit("b", {"who": "Mia"})]).clashes


# -- kept and read ---------------------------------------------------------------------------------


def test_a_page_is_read_as_it_was_kept() -> None:
    page = write_on(strategies("a", "b"), rows=[RowEdit("a", {"levels": ("1", "2")})]).page
    assert read_page("strategies", {"strategies": (page.model_dump_json(), 2)}) == page


def test_another_process_begins_with_copies_of_the_same_texts() -> None:
    copied = strategies("a", "b").copy_texts(stamp(1, "noah"))
    assert list(copied.texts()) == ["Do a", "Do b"]
    assert {row.fields["strategy"].stamp.by for row in copied.rows} == {"noah"}


def test_any_script_is_kept_and_invisible_characters_are_not() -> None:
    assert plain("分数\r\nਭਿੰਨ كسور 🙂\x00\x07") == "分数\nਭਿੰਨ كسور 🙂"


# -- what may not be written -----------------------------------------------------------------------


def test_all_errors_are_listed_at_once() -> None:
    edits = PageEdits(
        {"worked": "Much"},
        [
            RowEdit("a", {"levels": ("5",)}),
            RowEdit("a", {"who": "Mia"}),
            RowEdit("b", {"who": "Mia"}, remove=True),
        ],
    )
    with pytest.raises(Invalid) as refused:
        check_edits(PageName.STRATEGIES, edits, 4)
    assert [(each.pointer, each.code) for each in refused.value.details] == [
        ("/worked", "not_on_this_page"),
        ("/rows/1/id", "row_repeated"),
        ("/rows/2/remove", "removed_and_changed"),
        ("/rows/0/levels", "level_unknown"),
    ]


def test_strategies_are_on_their_own_page_only() -> None:
    with pytest.raises(Invalid):
        check_edits(PageName.ANALYZE, PageEdits(rows=[RowEdit("a")]), 4)


def test_a_page_has_an_end() -> None:
    with pytest.raises(TooLarge, match="page_too_large"):
        check_edits(PageName.ANALYZE, PageEdits({"needs": ("分" * 10_000,) * 10}), 4)
    with pytest.raises(TooLarge, match="page_too_large"):
        check_page(analyze(strengths="x" * LARGEST_PAGE))
    with pytest.raises(Invalid, match=r"too_many_strategies: .*30 strategies"):
        check_page(strategies(*(f"r{n}" for n in range(31))))
    check_page(strategies(*(f"r{n}" for n in range(30))))


# -- whatever people do ----------------------------------------------------------------------------

ROWS = st.sampled_from("abc")
TEXTS = st.sampled_from(["", "one", "two", "three"])
ROW_TEXTS = st.dictionaries(st.sampled_from(["who", "strategy"]), TEXTS)
ROW_EDITS = st.one_of(
    st.builds(RowEdit, ROWS, ROW_TEXTS, st.none() | st.integers(1, 4)),
    st.builds(RowEdit, ROWS, remove=st.just(True)),
)
SAVES = st.tuples(
    st.lists(ROW_EDITS, max_size=3, unique_by=lambda edit: edit.id), st.integers(0, 8)
)


@settings(max_examples=300, deadline=None)
@given(st.lists(SAVES, min_size=1, max_size=7))
def test_no_text_of_a_colleague_is_lost_unseen(saves: list[tuple[list[RowEdit], int]]) -> None:
    page = ProcessPage(name=PageName.STRATEGIES)
    for n, (rows, back) in enumerate(saves):
        base = max(page.version - back, 0)
        merged = merge(page, PageEdits(rows=rows), base, stamp(page.version + 1, f"p{n}"))
        if merged.clashes:
            assert merged.page is page
            assert merged.unsaved, "a refused text is returned"
        else:
            _nothing_unseen_is_lost(page, merged.page, base)
            _everything_is_there(merged.page, rows)
            again = merge(merged.page, PageEdits(rows=rows), base, stamp(merged.page.version + 1))
            assert again.page is merged.page or again.clashes == (), "a repeat meets nobody"
            assert again.page is merged.page, "a repeat changes nothing"
        page = merged.page


def _nothing_unseen_is_lost(before: ProcessPage, after: ProcessPage, base: int) -> None:
    for row in before.rows:
        for name, field in row.fields.items():
            if field.stamp.version > base and field.value:
                now = after.row(row.id)
                assert now is not None
                assert now.value(name) == field.value


def _everything_is_there(page: ProcessPage, rows: list[RowEdit]) -> None:
    for edit in rows:
        row = page.row(edit.id)
        assert (row is None) == edit.remove
        if row:
            assert all(row.value(name) == value for name, value in edit.fields.items())
