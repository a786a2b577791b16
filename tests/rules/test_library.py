"""How the library is searched (P14): words in any script, and what a locked process says."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from chalicelib.processes.library.model import (
    MOST_WORDS,
    OPEN_IT,
    LibraryEntry,
    Search,
    entry_of,
    matches,
)
from chalicelib.processes.library.words import fold_words, found
from chalicelib.processes.model import (
    Attached,
    ClassRow,
    Ended,
    Process,
    ProcessSnapshot,
    begin_process,
)
from chalicelib.processes.moves import ProcessState
from chalicelib.processes.pages.model import ProcessPage, Stamp, Written
from chalicelib.teams.model import Colleague, Team
from tests.support.process_rows import a_class

WHEN = "2027-05-20T15:00:00.000Z"
LENA = Colleague(id="lena", name="Lena Quist")
TEAM = Team(id="T", name="Grade 3 math", school="north", leaders=(LENA,), created=WHEN)
TEST = Attached(
    assessment="A1",
    title="Fractions, before",
    subject="Mathematics",
    grades=("03", "KG"),
    standards=("3.NF.1", "3.NF.2"),
)
BEFORE = {f"s{n}": 8 + n for n in range(6)}
AFTER = {f"s{n}": 12 + n for n in range(6)}


def a_process(**changed: Any) -> Process:
    made = begin_process(TEAM, "P1", "Unit 4", LENA, "2026-09-02T12:00:00.000Z", "2026-2027")
    known = {
        "state": ProcessState.LOCKED,
        "pre": TEST,
        "ended": Ended(by="lena", by_name="", at=WHEN),
    }
    return made.model_copy(update=known | changed)


def an_opened_process(
    text: str = "", pre: Any = BEFORE, post: Any = AFTER, **changed: Any
) -> ProcessSnapshot:
    stamp = Stamp(version=1, by="mia", by_name="Mia Secret", at=WHEN)
    page = ProcessPage(name="reflect", fields={"worked": Written(value=text, stamp=stamp)})
    row = ClassRow(a_class("c1", "tess", pre, post))
    pages = {"reflect": (page.model_dump_json(), 1)}
    return ProcessSnapshot(a_process(**changed), pages=pages, rows=(row,))


def an_entry(text: str = "", **changed: Any) -> LibraryEntry:
    return entry_of(an_opened_process(text, **changed))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Équivalent FRACTIONS", ["equivalent", "fractions"]),
        ("3.NF.1 (p. 4)", ["3", "nf", "1", "p", "4"]),
        ("Straße, ﬁne, Ⅳ", ["strasse", "fine", "iv"]),
        ("İstanbul", ["istanbul"]),
        ("مُعَلِّم", ["معلم"]),
        ("می\u200cخواهم", ["میخواهم"]),  # noqa: RUF001 - Persian
        ("ਗਣਿਤ ਦਾ", ["ਗਣਿਤ", "ਦਾ"]),
        ("分数的加法。三年级", ["分数的加法", "三年级"]),
        ("🍕 + ?", []),
    ],
)
def test_words_are_compared_without_case_accents_and_signs(text: str, words: list[str]) -> None:
    assert fold_words(text) == words


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("frac", "Equivalent fractions"),
        ("FRACTIONS equivalent", "Équivalent fractions"),
        ("3.nf", "Standard 3.NF.1"),
        ("nino", "El niño"),
        ("Niño", "el nino"),
        ("加法", "分数的加法"),
        ("分数 三年级", "三年级的分数"),
        ("かけ算", "三年生のかけ算"),
        ("เศษส่วน", "การบวกเศษส่วน"),
        ("분수", "분수의 덧셈"),
        ("كسور", "جمع الكسور"),
        ("ਭਿੰਨ", "ਭਿੰਨਾਂ ਦਾ ਜੋੜ"),
        ("дроб", "Сложение дробей"),
    ],
)
def test_a_text_is_found_in_any_script(text: str, said: str) -> None:
    assert found(text, " ".join(fold_words(said)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("action", "fractions"),
        ("fractions decimals", "fractions"),
        ("减法", "分数的加法"),
        ("ਗੁਣਾ", "ਗਣਿਤ"),
        ("???", "fractions?"),
        ("🍕", "pizza 🍕"),
    ],
)
def test_a_missing_process_is_not_found(text: str, said: str) -> None:
    assert not found(text, " ".join(fold_words(said)))


@pytest.mark.parametrize(
    "wanted",
    [
        {},
        {"text": "unit"},
        {"text": "grade before nf"},
        {"text": "number lines"},
        {"standard": "3.nf.2"},
        {"standard": "3.NF"},
        {"subject": "mathematics"},
        {"grade": "kg"},
        {"grade": "3"},
        {"grade": "Kindergarten"},
        {"subject": "Math"},
        {"year": "2026-2027"},
        {"team": "T"},
        {"school": "north"},
        {"text": "floor", "grade": "03", "year": "2026-2027", "subject": "Mathematics"},
    ],
)
def test_an_entry_is_found_by_its_content(wanted: dict[str, str]) -> None:
    assert matches(an_entry("Number lines on the floor"), Search(**wanted))


@pytest.mark.parametrize(
    "wanted",
    [
        {"text": "decimals"},
        {"standard": "3.N"},
        {"standard": "NF"},
        {"subject": "Reading"},
        {"grade": "4"},
        {"year": "2025-2026"},
        {"team": "Grade 3 math"},
        {"school": "south"},
        {"text": "floor", "grade": "04"},
    ],
)
def test_an_entry_is_not_found_by_anything_else(wanted: dict[str, str]) -> None:
    assert not matches(an_entry("Number lines on the floor"), Search(**wanted))


def test_the_post_test_is_found_as_well() -> None:
    post = Attached(assessment="A2", title="Afterwards", grades=("04",), standards=("4.NF.1",))
    entry = entry_of(_with_post(post))
    for wanted in ({"text": "afterw"}, {"grade": "04"}, {"standard": "4.NF.1"}, {"grade": "03"}):
        assert matches(entry, Search(**wanted))


def _with_post(post: Attached) -> ProcessSnapshot:
    whole = an_opened_process()
    return ProcessSnapshot(a_process(post=post), pages=whole.pages, rows=whole.rows)


def test_an_entry_names_no_student_teacher_or_class() -> None:
    entry = an_entry("Number lines")
    said = f"{entry.model_dump_json()} {entry.words}".casefold()
    for each in ("zimmer", "tess", "math c1", "c1", "s1", "lena", "mia", "secret"):
        assert each not in said.split()
        assert f'"{each}"' not in said
    assert "zimmer" not in said
    assert "secret" not in said


def test_growth_of_five_students_is_shown_and_of_four_is_not() -> None:
    assert "rose from" in an_entry().growth
    few = {name: BEFORE[name] for name in list(BEFORE)[:4]}
    told = an_entry(pre=few).growth
    assert told.startswith("Growth is not shown: 4 students have both tests")
    assert "%" not in told


def test_a_process_without_a_post_test_has_an_entry_without_growth() -> None:
    assert an_entry(post=None).growth.startswith("Growth is not shown: no students")


def test_each_word_is_kept_once_and_not_more_than_fit() -> None:
    entry = an_entry("again " * 500)
    assert entry.words.split().count("again") == 1
    endless = an_entry(" ".join(f"word{n}" for n in range(20_000)))
    assert len(endless.words) == MOST_WORDS


@pytest.mark.parametrize("wrong", [{"year": "2026"}, {"text": ""}, {"color": "red"}])
def test_a_search_that_cannot_be_meant_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Search(**wrong)


# -- what all staff may read -----------------------------------------------------------------------


def at_two_schools(many: int) -> ProcessSnapshot:
    """Six students at north, and so many at south."""
    one = an_opened_process(school="")
    names = [f"o{n}" for n in range(many)]
    other = a_class("c2", "olga", dict.fromkeys(names, 4), dict.fromkeys(names, 9))
    return replace(one, rows=(*one.rows, ClassRow(replace(other, school="south"))))


def test_an_entry_tells_no_growth_that_leaves_few_to_an_administrator() -> None:
    assert "11 students with both tests" in entry_of(at_two_schools(5)).told
    assert entry_of(at_two_schools(4)).told.startswith("Results are hidden to protect privacy")


def test_an_entry_of_before_0_4_of_a_team_of_several_schools_is_opened_for_its_growth() -> None:
    """It was written by sizes alone, and is never written again."""
    written = {"growth": "The average rose from 50.0% to 60.0% (9 students with both tests)."}
    old = an_entry(school="").model_copy(update=written | {"protected": False})
    assert old.told == OPEN_IT
    assert old.model_copy(update={"school": "north"}).told == written["growth"]
    assert (
        "protected"
        not in LibraryEntry.model_validate_json(
            old.model_dump_json(exclude={"protected"})
        ).model_fields_set
    )
