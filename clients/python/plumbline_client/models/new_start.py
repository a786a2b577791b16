from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.new_start_occurrence_type_0 import NewStartOccurrenceType0
from ..models.new_start_option import NewStartOption
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewStart")


@_attrs_define
class NewStart:
    """When it is delivered.

    Attributes:
        option (NewStartOption | Unset): Whether to deliver it at once or at a set time. `now` with a date in the future
            becomes `schedule`.

            - `now`: At once.
            - `schedule`: At the date and time that are sent. Default: NewStartOption.NOW.
        start_date (datetime.date | None | Unset): The day, in the district's time zone.
        start_time (None | str | Unset): The time of day, in the district's time zone; without it the start of the
            school day.
        occurrence (NewStartOccurrenceType0 | None | Unset): Which of two equal local times is meant, in the hour that
            the end of daylight saving repeats.
    """

    option: NewStartOption | Unset = NewStartOption.NOW
    start_date: datetime.date | None | Unset = UNSET
    start_time: None | str | Unset = UNSET
    occurrence: NewStartOccurrenceType0 | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        option: str | Unset = UNSET
        if not isinstance(self.option, Unset):
            option = self.option.value

        start_date: None | str | Unset
        if isinstance(self.start_date, Unset):
            start_date = UNSET
        elif isinstance(self.start_date, datetime.date):
            start_date = self.start_date.isoformat()
        else:
            start_date = self.start_date

        start_time: None | str | Unset
        if isinstance(self.start_time, Unset):
            start_time = UNSET
        else:
            start_time = self.start_time

        occurrence: None | str | Unset
        if isinstance(self.occurrence, Unset):
            occurrence = UNSET
        elif isinstance(self.occurrence, NewStartOccurrenceType0):
            occurrence = self.occurrence.value
        else:
            occurrence = self.occurrence

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if option is not UNSET:
            field_dict["option"] = option
        if start_date is not UNSET:
            field_dict["start_date"] = start_date
        if start_time is not UNSET:
            field_dict["start_time"] = start_time
        if occurrence is not UNSET:
            field_dict["occurrence"] = occurrence

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _option = d.pop("option", UNSET)
        option: NewStartOption | Unset
        if isinstance(_option, Unset):
            option = UNSET
        else:
            option = NewStartOption(_option)

        def _parse_start_date(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                start_date_type_0 = datetime.date.fromisoformat(data)

                return start_date_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        start_date = _parse_start_date(d.pop("start_date", UNSET))

        def _parse_start_time(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        start_time = _parse_start_time(d.pop("start_time", UNSET))

        def _parse_occurrence(data: object) -> NewStartOccurrenceType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                occurrence_type_0 = NewStartOccurrenceType0(data)

                return occurrence_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NewStartOccurrenceType0 | None | Unset, data)

        occurrence = _parse_occurrence(d.pop("occurrence", UNSET))

        new_start = cls(
            option=option,
            start_date=start_date,
            start_time=start_time,
            occurrence=occurrence,
        )

        return new_start
