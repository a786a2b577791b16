from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.distribution import outcome
from chalicelib.distribution.matching import MismatchReason
from chalicelib.distribution.outcome import Exceptional
from chalicelib.distribution.plan import (
    CHUNK,
    PAGE,
    Target,
    chunks,
    pack_page,
    split_into_pages,
    unpack_page,
)
from tests.support.strategies import make_choices

ITEM_LIMIT = 400_000


def target(n: int, title: str = "Math 3, period 2", people: int = 1) -> Target:
    others = tuple(f"b2c4d6e8-0000-4000-8000-{n + i:012}" for i in range(people))
    owner = f"a1b2c3d4-0000-4000-8000-{n:012}"
    return Target(f"01JX{n:022}", f"school-{n // 50:05}", "0123456789ab", owner, others, title)


@given(st.integers(0, 3 * PAGE))
@settings(max_examples=40, deadline=None)
def test_a_plan_never_needs_more_transactions_than_a_hundredth_of_its_trackers(n: int) -> None:
    pages = list(split_into_pages(target(i) for i in range(n)))
    assert sum(len(page) for page in pages) == n
    assert sum(1 for page in pages for _ in chunks(page)) == -(-n // CHUNK)


@given(st.lists(st.text(max_size=200), min_size=1, max_size=300))
@settings(deadline=None)
def test_a_page_reads_back_as_it_was_written(titles: list[str]) -> None:
    page = [target(n, title) for n, title in enumerate(titles)]
    assert unpack_page(pack_page(page)) == page


def test_a_page_fits_an_item_even_with_the_longest_names_and_many_collaborators() -> None:
    nasty = [
        "".join(chr(0x4E00 + (i * 7919 + n * 31) % 20000) for i in range(120)) for n in range(500)
    ]
    pages = list(split_into_pages(target(n, nasty[n % 500], people=6) for n in range(PAGE)))
    assert len(pages) > 1
    assert all(len(pack_page(page)) < ITEM_LIMIT for page in pages)


@given(st.data())
@settings(deadline=None)
def test_an_outcome_counts_every_tracker_once(data: st.DataObject) -> None:
    targets = [target(n) for n in range(data.draw(st.integers(1, CHUNK)))]
    reasons = data.draw(make_choices([None, *MismatchReason], len(targets)))
    with_reasons = zip(targets, reasons, strict=True)
    exceptions = {t.id: Exceptional(r, "f") for t, r in with_reasons if r is not None}
    result = outcome.of(targets, exceptions)
    assert sum(result.totals) == len(targets)
    back = [each for each in exceptions.values() if each.reason == MismatchReason.BROUGHT_BACK]
    assert result.totals[0] == len(targets) - len(exceptions) + len(back)
    assert outcome.read(result.serialize()) == result
