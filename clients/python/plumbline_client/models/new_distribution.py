from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.new_start import NewStart
    from ..models.opens_process_body import OpensProcessBody
    from ..models.selection_body import SelectionBody


T = TypeVar("T", bound="NewDistribution")


@_attrs_define
class NewDistribution:
    """An assessment, the trackers it goes to, when, and whether teachers get an email.

    Attributes:
        assessment_id (str): The assessment to distribute. You must have made it, and only the district may see it.
        selection (SelectionBody): The selection: the whole district, whole schools, single trackers.
        start (NewStart | Unset): When it is delivered.
        notify (bool | Unset): Whether teachers get an email upon delivery. Default: False.
        automatic_end_date (datetime.date | None | Unset): The last day, in the district's time zone, on which new
            matching trackers of the selected schools receive it automatically.
        give_until_date (datetime.date | None | Unset): The last day for classes to get it, in the district's time zone.
        opens_process (None | OpensProcessBody | Unset): A Mastery Process that it opens in data teams, with the
            assessment as its pre-test.
    """

    assessment_id: str
    selection: SelectionBody
    start: NewStart | Unset = UNSET
    notify: bool | Unset = False
    automatic_end_date: datetime.date | None | Unset = UNSET
    give_until_date: datetime.date | None | Unset = UNSET
    opens_process: None | OpensProcessBody | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.opens_process_body import OpensProcessBody  # noqa: PLC0415

        assessment_id = self.assessment_id

        selection = self.selection.to_dict()

        start: dict[str, Any] | Unset = UNSET
        if not isinstance(self.start, Unset):
            start = self.start.to_dict()

        notify = self.notify

        automatic_end_date: None | str | Unset
        if isinstance(self.automatic_end_date, Unset):
            automatic_end_date = UNSET
        elif isinstance(self.automatic_end_date, datetime.date):
            automatic_end_date = self.automatic_end_date.isoformat()
        else:
            automatic_end_date = self.automatic_end_date

        give_until_date: None | str | Unset
        if isinstance(self.give_until_date, Unset):
            give_until_date = UNSET
        elif isinstance(self.give_until_date, datetime.date):
            give_until_date = self.give_until_date.isoformat()
        else:
            give_until_date = self.give_until_date

        opens_process: dict[str, Any] | None | Unset
        if isinstance(self.opens_process, Unset):
            opens_process = UNSET
        elif isinstance(self.opens_process, OpensProcessBody):
            opens_process = self.opens_process.to_dict()
        else:
            opens_process = self.opens_process

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "assessment_id": assessment_id,
                "selection": selection,
            }
        )
        if start is not UNSET:
            field_dict["start"] = start
        if notify is not UNSET:
            field_dict["notify"] = notify
        if automatic_end_date is not UNSET:
            field_dict["automatic_end_date"] = automatic_end_date
        if give_until_date is not UNSET:
            field_dict["give_until_date"] = give_until_date
        if opens_process is not UNSET:
            field_dict["opens_process"] = opens_process

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_start import NewStart  # noqa: PLC0415
        from ..models.opens_process_body import OpensProcessBody  # noqa: PLC0415
        from ..models.selection_body import SelectionBody  # noqa: PLC0415

        d = dict(src_dict)
        assessment_id = d.pop("assessment_id")

        selection = SelectionBody.from_dict(d.pop("selection"))

        _start = d.pop("start", UNSET)
        start: NewStart | Unset
        if isinstance(_start, Unset):
            start = UNSET
        else:
            start = NewStart.from_dict(_start)

        notify = d.pop("notify", UNSET)

        def _parse_automatic_end_date(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                automatic_end_date_type_0 = datetime.date.fromisoformat(data)

                return automatic_end_date_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        automatic_end_date = _parse_automatic_end_date(
            d.pop("automatic_end_date", UNSET)
        )

        def _parse_give_until_date(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                give_until_date_type_0 = datetime.date.fromisoformat(data)

                return give_until_date_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        give_until_date = _parse_give_until_date(d.pop("give_until_date", UNSET))

        def _parse_opens_process(data: object) -> None | OpensProcessBody | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                opens_process_type_0 = OpensProcessBody.from_dict(data)

                return opens_process_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OpensProcessBody | Unset, data)

        opens_process = _parse_opens_process(d.pop("opens_process", UNSET))

        new_distribution = cls(
            assessment_id=assessment_id,
            selection=selection,
            start=start,
            notify=notify,
            automatic_end_date=automatic_end_date,
            give_until_date=give_until_date,
            opens_process=opens_process,
        )

        return new_distribution
