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


T = TypeVar("T", bound="DistributionRepetition")


@_attrs_define
class DistributionRepetition:
    """The differences of a distribution that repeats another; leave out what stays the same.

    Its days are new: without `automatic_end_date` and `give_until_date` it has none. Trackers that already have the
    assessment are left out. To send another assessment to the same selection, name it.

        Attributes:
            start (NewStart | Unset): When it is delivered.
            assessment_id (None | str | Unset): Another assessment than the former one's, by its id.
            selection (None | SelectionBody | Unset): Other trackers than the former one's.
            notify (bool | None | Unset): Whether teachers get an email upon delivery; by default as in the former one.
            automatic_end_date (datetime.date | None | Unset): The last day in the district on which new matching trackers
                receive it automatically.
            give_until_date (datetime.date | None | Unset): The last day in the district for classes to get it.
            opens_process (None | OpensProcessBody | Unset): A Mastery Process that it opens in data teams; null for none;
                by default as in the former one.
    """

    start: NewStart | Unset = UNSET
    assessment_id: None | str | Unset = UNSET
    selection: None | SelectionBody | Unset = UNSET
    notify: bool | None | Unset = UNSET
    automatic_end_date: datetime.date | None | Unset = UNSET
    give_until_date: datetime.date | None | Unset = UNSET
    opens_process: None | OpensProcessBody | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.opens_process_body import OpensProcessBody  # noqa: PLC0415
        from ..models.selection_body import SelectionBody  # noqa: PLC0415

        start: dict[str, Any] | Unset = UNSET
        if not isinstance(self.start, Unset):
            start = self.start.to_dict()

        assessment_id: None | str | Unset
        if isinstance(self.assessment_id, Unset):
            assessment_id = UNSET
        else:
            assessment_id = self.assessment_id

        selection: dict[str, Any] | None | Unset
        if isinstance(self.selection, Unset):
            selection = UNSET
        elif isinstance(self.selection, SelectionBody):
            selection = self.selection.to_dict()
        else:
            selection = self.selection

        notify: bool | None | Unset
        if isinstance(self.notify, Unset):
            notify = UNSET
        else:
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

        field_dict.update({})
        if start is not UNSET:
            field_dict["start"] = start
        if assessment_id is not UNSET:
            field_dict["assessment_id"] = assessment_id
        if selection is not UNSET:
            field_dict["selection"] = selection
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
        _start = d.pop("start", UNSET)
        start: NewStart | Unset
        if isinstance(_start, Unset):
            start = UNSET
        else:
            start = NewStart.from_dict(_start)

        def _parse_assessment_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        assessment_id = _parse_assessment_id(d.pop("assessment_id", UNSET))

        def _parse_selection(data: object) -> None | SelectionBody | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                selection_type_0 = SelectionBody.from_dict(data)

                return selection_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SelectionBody | Unset, data)

        selection = _parse_selection(d.pop("selection", UNSET))

        def _parse_notify(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        notify = _parse_notify(d.pop("notify", UNSET))

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

        distribution_repetition = cls(
            start=start,
            assessment_id=assessment_id,
            selection=selection,
            notify=notify,
            automatic_end_date=automatic_end_date,
            give_until_date=give_until_date,
            opens_process=opens_process,
        )

        return distribution_repetition
