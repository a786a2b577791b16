from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.distribution_preview_view_option import DistributionPreviewViewOption

if TYPE_CHECKING:
    from ..models.automatic_view import AutomaticView
    from ..models.left_out_trackers_view import LeftOutTrackersView
    from ..models.moment_view import MomentView
    from ..models.previewed_recipient_view import PreviewedRecipientView
    from ..models.previewed_schedule_view import PreviewedScheduleView
    from ..models.previewed_school_view import PreviewedSchoolView
    from ..models.previewed_tracker_view import PreviewedTrackerView


T = TypeVar("T", bound="DistributionPreviewView")


@_attrs_define
class DistributionPreviewView:
    """The effect of saving: how many trackers and schools get it, when, and who gets an email.

    Attributes:
        tracker_count (int): How many trackers would get it.
        school_count (int): How many schools these are of.
        recipient_count (int): How many people would get an email, each once; 0 without `notify`.
        by_school (list[PreviewedSchoolView]): Every school with a tracker that would get it or has it.
        existing (list[PreviewedTrackerView]): Trackers of ticked schools that match and have it already; the first 100.
        recipients (list[PreviewedRecipientView]): The people who would get an email; the first 100 of
            `recipient_count`.
        left_out (list[LeftOutTrackersView]): Ticked trackers that would not get it, and why.
        scheduled (list[PreviewedScheduleView]): Other distributions of it that are scheduled for some of these
            trackers, the soonest first.

            A tracker gets an assessment once: the later distribution skips it. The 100 distributions of the district that
            start first are looked at.
        option (DistributionPreviewViewOption): Whether it would be delivered at once or at a set time.

            - `now`: At once.
            - `schedule`: At `start`.
        switched_to_schedule (bool): Whether “now” with a date in the future became a schedule.
        time_defaulted (bool): Whether the time of day was chosen by us because none was sent.
        start (MomentView): A moment in every notation: the wall clock, its zone and offset, and UTC.
        notify (bool): Whether teachers would get an email.
        automatic (AutomaticView | None): Until when new trackers that match would receive it; null when they would not.
        give_until_date (datetime.date | None): The last day for classes to get it; null when nobody named one.
        message (str): All this in words, to show before saving.
    """

    tracker_count: int
    school_count: int
    recipient_count: int
    by_school: list[PreviewedSchoolView]
    existing: list[PreviewedTrackerView]
    recipients: list[PreviewedRecipientView]
    left_out: list[LeftOutTrackersView]
    scheduled: list[PreviewedScheduleView]
    option: DistributionPreviewViewOption
    switched_to_schedule: bool
    time_defaulted: bool
    start: MomentView
    notify: bool
    automatic: AutomaticView | None
    give_until_date: datetime.date | None
    message: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.automatic_view import AutomaticView  # noqa: PLC0415

        tracker_count = self.tracker_count

        school_count = self.school_count

        recipient_count = self.recipient_count

        by_school = []
        for by_school_item_data in self.by_school:
            by_school_item = by_school_item_data.to_dict()
            by_school.append(by_school_item)

        existing = []
        for existing_item_data in self.existing:
            existing_item = existing_item_data.to_dict()
            existing.append(existing_item)

        recipients = []
        for recipients_item_data in self.recipients:
            recipients_item = recipients_item_data.to_dict()
            recipients.append(recipients_item)

        left_out = []
        for left_out_item_data in self.left_out:
            left_out_item = left_out_item_data.to_dict()
            left_out.append(left_out_item)

        scheduled = []
        for scheduled_item_data in self.scheduled:
            scheduled_item = scheduled_item_data.to_dict()
            scheduled.append(scheduled_item)

        option = self.option.value

        switched_to_schedule = self.switched_to_schedule

        time_defaulted = self.time_defaulted

        start = self.start.to_dict()

        notify = self.notify

        automatic: dict[str, Any] | None
        if isinstance(self.automatic, AutomaticView):
            automatic = self.automatic.to_dict()
        else:
            automatic = self.automatic

        give_until_date: None | str
        if isinstance(self.give_until_date, datetime.date):
            give_until_date = self.give_until_date.isoformat()
        else:
            give_until_date = self.give_until_date

        message = self.message

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "tracker_count": tracker_count,
                "school_count": school_count,
                "recipient_count": recipient_count,
                "by_school": by_school,
                "existing": existing,
                "recipients": recipients,
                "left_out": left_out,
                "scheduled": scheduled,
                "option": option,
                "switched_to_schedule": switched_to_schedule,
                "time_defaulted": time_defaulted,
                "start": start,
                "notify": notify,
                "automatic": automatic,
                "give_until_date": give_until_date,
                "message": message,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.automatic_view import AutomaticView  # noqa: PLC0415
        from ..models.left_out_trackers_view import LeftOutTrackersView  # noqa: PLC0415
        from ..models.moment_view import MomentView  # noqa: PLC0415
        from ..models.previewed_recipient_view import PreviewedRecipientView  # noqa: PLC0415
        from ..models.previewed_schedule_view import PreviewedScheduleView  # noqa: PLC0415
        from ..models.previewed_school_view import PreviewedSchoolView  # noqa: PLC0415
        from ..models.previewed_tracker_view import PreviewedTrackerView  # noqa: PLC0415

        d = dict(src_dict)
        tracker_count = d.pop("tracker_count")

        school_count = d.pop("school_count")

        recipient_count = d.pop("recipient_count")

        by_school = []
        _by_school = d.pop("by_school")
        for by_school_item_data in _by_school:
            by_school_item = PreviewedSchoolView.from_dict(by_school_item_data)

            by_school.append(by_school_item)

        existing = []
        _existing = d.pop("existing")
        for existing_item_data in _existing:
            existing_item = PreviewedTrackerView.from_dict(existing_item_data)

            existing.append(existing_item)

        recipients = []
        _recipients = d.pop("recipients")
        for recipients_item_data in _recipients:
            recipients_item = PreviewedRecipientView.from_dict(recipients_item_data)

            recipients.append(recipients_item)

        left_out = []
        _left_out = d.pop("left_out")
        for left_out_item_data in _left_out:
            left_out_item = LeftOutTrackersView.from_dict(left_out_item_data)

            left_out.append(left_out_item)

        scheduled = []
        _scheduled = d.pop("scheduled")
        for scheduled_item_data in _scheduled:
            scheduled_item = PreviewedScheduleView.from_dict(scheduled_item_data)

            scheduled.append(scheduled_item)

        option = DistributionPreviewViewOption(d.pop("option"))

        switched_to_schedule = d.pop("switched_to_schedule")

        time_defaulted = d.pop("time_defaulted")

        start = MomentView.from_dict(d.pop("start"))

        notify = d.pop("notify")

        def _parse_automatic(data: object) -> AutomaticView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                automatic_type_0 = AutomaticView.from_dict(data)

                return automatic_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AutomaticView | None, data)

        automatic = _parse_automatic(d.pop("automatic"))

        def _parse_give_until_date(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                give_until_date_type_0 = datetime.date.fromisoformat(data)

                return give_until_date_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        give_until_date = _parse_give_until_date(d.pop("give_until_date"))

        message = d.pop("message")

        distribution_preview_view = cls(
            tracker_count=tracker_count,
            school_count=school_count,
            recipient_count=recipient_count,
            by_school=by_school,
            existing=existing,
            recipients=recipients,
            left_out=left_out,
            scheduled=scheduled,
            option=option,
            switched_to_schedule=switched_to_schedule,
            time_defaulted=time_defaulted,
            start=start,
            notify=notify,
            automatic=automatic,
            give_until_date=give_until_date,
            message=message,
        )

        distribution_preview_view.additional_properties = d
        return distribution_preview_view

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
