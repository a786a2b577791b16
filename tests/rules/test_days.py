"""What counts as a day in a request, and what is refused because it names an instant?"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from chalicelib.days import SENTENCES, Day
from chalicelib.distribution.schedule import Start
from chalicelib.web.problems import from_validation

DAY: TypeAdapter[date] = TypeAdapter(Day)


def read_refusal(given: object) -> str:
    with pytest.raises(ValidationError) as wrong:
        DAY.validate_python(given)
    (detail,) = from_validation(wrong.value).details
    assert detail.message == SENTENCES.get(detail.code, detail.message)
    return detail.code


@pytest.mark.parametrize("given", ["2027-03-14", " 2027-03-14 ", date(2027, 3, 14)])
def test_a_day_is_read_as_that_day(given: object) -> None:
    assert DAY.validate_python(given) == date(2027, 3, 14)


@pytest.mark.parametrize(
    "given",
    [
        "2027-03-14T00:00:00+10:00",
        "2027-03-14T00:00:00Z",
        "2027-03-14t00:00z",
        "2027-03-14 00:00:00-05:00",
        "2027-03-14T00:00:00.000+1000",
        datetime(2027, 3, 14, tzinfo=UTC),
    ],
)
def test_midnight_somewhere_else_is_no_day_of_the_district(given: object) -> None:
    assert read_refusal(given) == "day_has_offset"


@pytest.mark.parametrize("given", ["2027-03-14T00:00:00", "2027-03-14 07:30"])
def test_a_day_with_a_time_is_refused_for_its_time(given: str) -> None:
    assert read_refusal(given) == "day_has_time"


@pytest.mark.parametrize(
    "given", [1805000000, 1804982400, 1804982400.0, "1804982400", 1804982400000, "20270314", 0]
)
def test_a_number_of_seconds_is_no_day(given: object) -> None:
    assert read_refusal(given) == "day_is_a_number"


@pytest.mark.parametrize("given", ["14/03/2027", "", True, ["2027-03-14"]])
def test_a_day_in_another_notation_is_refused(given: object) -> None:
    assert read_refusal(given) in {"date_from_datetime_parsing", "date_type", "date_parsing"}


@pytest.mark.parametrize("given", [28800, "28800", 28800.0, 0])
def test_a_number_of_seconds_is_no_start_time(given: Any) -> None:
    with pytest.raises(ValidationError) as wrong:
        Start.model_validate({"start_date": "2027-03-15", "start_time": given})
    assert [found["type"] for found in wrong.value.errors()] == ["clock_time_is_a_number"]


def test_a_start_keeps_its_day_and_time_and_its_stored_form() -> None:
    start = Start.model_validate({"start_date": "2027-03-15", "start_time": "08:00"})
    assert (start.start_date, start.start_time) == (date(2027, 3, 15), time(8, 0))
    assert Start.model_validate_json(start.model_dump_json()) == start
