from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.distribution_row_view_allowed_item import DistributionRowViewAllowedItem
from ..models.distribution_row_view_notification_state import (
    DistributionRowViewNotificationState,
)
from ..models.distribution_row_view_option import DistributionRowViewOption
from ..models.distribution_row_view_state import DistributionRowViewState
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.automatic_view import AutomaticView
    from ..models.distribution_row_view_links import DistributionRowViewLinks
    from ..models.moment_view import MomentView
    from ..models.named_view import NamedView
    from ..models.opens_process_view import OpensProcessView
    from ..models.recall_view import RecallView
    from ..models.tracker_counts_view import TrackerCountsView


T = TypeVar("T", bound="DistributionRowView")


@_attrs_define
class DistributionRowView:
    """A distribution in a list, without what was ticked.

    Attributes:
        id (str): The distribution's id.
        assessment_id (str): The assessment's id.
        title (str): The assessment's title.
        created_by_id (str): The id of the person who made it.
        created_by_name (str): The name of the person who made it.
        state (DistributionRowViewState): Where it stands.

            - `scheduled`: It waits for its time.
            - `delivering`: Trackers are getting it.
            - `delivered`: Every tracker has it, or has a reason why not.
            - `canceled`: It was canceled before it started.
            - `recalled`: It was taken out of sight and out of mastery everywhere. It can be restored.
        option (DistributionRowViewOption): The choice.

            - `now`: To deliver it at once.
            - `schedule`: To deliver it at `start`.
        switched_to_schedule (bool): Whether “now” with a date in the future was made a schedule.
        time_defaulted (bool): Whether the time of day was chosen by us because none was sent.
        start (MomentView): A moment in every notation: the wall clock, its zone and offset, and UTC.
        notify (bool): Whether teachers get an email upon delivery.
        notification_state (DistributionRowViewNotificationState): How far it is with its emails.

            - `none`: Nobody gets one.
            - `later`: They are written when it is delivered.
            - `writing`: It is delivered, and not every email is written yet.
            - `held`: It was recalled before every email was written.
            - `written`: Every email is written.
        automatic (AutomaticView | None): Until when new trackers that match receive it; null when they do not.
        give_until_date (datetime.date | None): The last day for classes to get it; null when nobody named one.
        opens_process (None | OpensProcessView): The Mastery Process that it opens in data teams; null for none.
        recall (None | RecallView): The time, the person and the reason of the recall; null if it was not recalled.
        counts (TrackerCountsView): How many trackers stand where.
        created_at (datetime.datetime): When it was made.
        started_at (datetime.datetime | None): When delivery began; null before that.
        finished_at (datetime.datetime | None): When the last tracker was settled; null before that.
        repeats_id (None | str): The distribution whose settings it took; null where it repeats none.
        allowed (list[DistributionRowViewAllowedItem]): The actions that you can take now.
        limited_to_school_ids (list[str] | None): For a school administrator, those of their schools that it has
            reached. All counts are of these. Null for everybody else.
        links (DistributionRowViewLinks): Where to go on.
        version (int): The version: it counts the changes. Send it as `If-Match`, in quotes, when you change this.
        limited_to_schools (list[NamedView] | Unset): The same schools with their names; empty where nothing is left
            out.
    """

    id: str
    assessment_id: str
    title: str
    created_by_id: str
    created_by_name: str
    state: DistributionRowViewState
    option: DistributionRowViewOption
    switched_to_schedule: bool
    time_defaulted: bool
    start: MomentView
    notify: bool
    notification_state: DistributionRowViewNotificationState
    automatic: AutomaticView | None
    give_until_date: datetime.date | None
    opens_process: None | OpensProcessView
    recall: None | RecallView
    counts: TrackerCountsView
    created_at: datetime.datetime
    started_at: datetime.datetime | None
    finished_at: datetime.datetime | None
    repeats_id: None | str
    allowed: list[DistributionRowViewAllowedItem]
    limited_to_school_ids: list[str] | None
    links: DistributionRowViewLinks
    version: int
    limited_to_schools: list[NamedView] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.automatic_view import AutomaticView  # noqa: PLC0415
        from ..models.opens_process_view import OpensProcessView  # noqa: PLC0415
        from ..models.recall_view import RecallView  # noqa: PLC0415

        id = self.id

        assessment_id = self.assessment_id

        title = self.title

        created_by_id = self.created_by_id

        created_by_name = self.created_by_name

        state = self.state.value

        option = self.option.value

        switched_to_schedule = self.switched_to_schedule

        time_defaulted = self.time_defaulted

        start = self.start.to_dict()

        notify = self.notify

        notification_state = self.notification_state.value

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

        opens_process: dict[str, Any] | None
        if isinstance(self.opens_process, OpensProcessView):
            opens_process = self.opens_process.to_dict()
        else:
            opens_process = self.opens_process

        recall: dict[str, Any] | None
        if isinstance(self.recall, RecallView):
            recall = self.recall.to_dict()
        else:
            recall = self.recall

        counts = self.counts.to_dict()

        created_at = self.created_at.isoformat()

        started_at: None | str
        if isinstance(self.started_at, datetime.datetime):
            started_at = self.started_at.isoformat()
        else:
            started_at = self.started_at

        finished_at: None | str
        if isinstance(self.finished_at, datetime.datetime):
            finished_at = self.finished_at.isoformat()
        else:
            finished_at = self.finished_at

        repeats_id: None | str
        repeats_id = self.repeats_id

        allowed = []
        for allowed_item_data in self.allowed:
            allowed_item = allowed_item_data.value
            allowed.append(allowed_item)

        limited_to_school_ids: list[str] | None
        if isinstance(self.limited_to_school_ids, list):
            limited_to_school_ids = self.limited_to_school_ids

        else:
            limited_to_school_ids = self.limited_to_school_ids

        links = self.links.to_dict()

        version = self.version

        limited_to_schools: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.limited_to_schools, Unset):
            limited_to_schools = []
            for limited_to_schools_item_data in self.limited_to_schools:
                limited_to_schools_item = limited_to_schools_item_data.to_dict()
                limited_to_schools.append(limited_to_schools_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "assessment_id": assessment_id,
                "title": title,
                "created_by_id": created_by_id,
                "created_by_name": created_by_name,
                "state": state,
                "option": option,
                "switched_to_schedule": switched_to_schedule,
                "time_defaulted": time_defaulted,
                "start": start,
                "notify": notify,
                "notification_state": notification_state,
                "automatic": automatic,
                "give_until_date": give_until_date,
                "opens_process": opens_process,
                "recall": recall,
                "counts": counts,
                "created_at": created_at,
                "started_at": started_at,
                "finished_at": finished_at,
                "repeats_id": repeats_id,
                "allowed": allowed,
                "limited_to_school_ids": limited_to_school_ids,
                "links": links,
                "version": version,
            }
        )
        if limited_to_schools is not UNSET:
            field_dict["limited_to_schools"] = limited_to_schools

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.automatic_view import AutomaticView  # noqa: PLC0415
        from ..models.distribution_row_view_links import DistributionRowViewLinks  # noqa: PLC0415
        from ..models.moment_view import MomentView  # noqa: PLC0415
        from ..models.named_view import NamedView  # noqa: PLC0415
        from ..models.opens_process_view import OpensProcessView  # noqa: PLC0415
        from ..models.recall_view import RecallView  # noqa: PLC0415
        from ..models.tracker_counts_view import TrackerCountsView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        assessment_id = d.pop("assessment_id")

        title = d.pop("title")

        created_by_id = d.pop("created_by_id")

        created_by_name = d.pop("created_by_name")

        state = DistributionRowViewState(d.pop("state"))

        option = DistributionRowViewOption(d.pop("option"))

        switched_to_schedule = d.pop("switched_to_schedule")

        time_defaulted = d.pop("time_defaulted")

        start = MomentView.from_dict(d.pop("start"))

        notify = d.pop("notify")

        notification_state = DistributionRowViewNotificationState(
            d.pop("notification_state")
        )

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

        def _parse_opens_process(data: object) -> None | OpensProcessView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                opens_process_type_0 = OpensProcessView.from_dict(data)

                return opens_process_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OpensProcessView, data)

        opens_process = _parse_opens_process(d.pop("opens_process"))

        def _parse_recall(data: object) -> None | RecallView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                recall_type_0 = RecallView.from_dict(data)

                return recall_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RecallView, data)

        recall = _parse_recall(d.pop("recall"))

        counts = TrackerCountsView.from_dict(d.pop("counts"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_started_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                started_at_type_0 = datetime.datetime.fromisoformat(data)

                return started_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        started_at = _parse_started_at(d.pop("started_at"))

        def _parse_finished_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                finished_at_type_0 = datetime.datetime.fromisoformat(data)

                return finished_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        finished_at = _parse_finished_at(d.pop("finished_at"))

        def _parse_repeats_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        repeats_id = _parse_repeats_id(d.pop("repeats_id"))

        allowed = []
        _allowed = d.pop("allowed")
        for allowed_item_data in _allowed:
            allowed_item = DistributionRowViewAllowedItem(allowed_item_data)

            allowed.append(allowed_item)

        def _parse_limited_to_school_ids(data: object) -> list[str] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                limited_to_school_ids_type_0 = cast(list[str], data)

                return limited_to_school_ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None, data)

        limited_to_school_ids = _parse_limited_to_school_ids(
            d.pop("limited_to_school_ids")
        )

        links = DistributionRowViewLinks.from_dict(d.pop("links"))

        version = d.pop("version")

        _limited_to_schools = d.pop("limited_to_schools", UNSET)
        limited_to_schools: list[NamedView] | Unset = UNSET
        if _limited_to_schools is not UNSET:
            limited_to_schools = []
            for limited_to_schools_item_data in _limited_to_schools:
                limited_to_schools_item = NamedView.from_dict(
                    limited_to_schools_item_data
                )

                limited_to_schools.append(limited_to_schools_item)

        distribution_row_view = cls(
            id=id,
            assessment_id=assessment_id,
            title=title,
            created_by_id=created_by_id,
            created_by_name=created_by_name,
            state=state,
            option=option,
            switched_to_schedule=switched_to_schedule,
            time_defaulted=time_defaulted,
            start=start,
            notify=notify,
            notification_state=notification_state,
            automatic=automatic,
            give_until_date=give_until_date,
            opens_process=opens_process,
            recall=recall,
            counts=counts,
            created_at=created_at,
            started_at=started_at,
            finished_at=finished_at,
            repeats_id=repeats_id,
            allowed=allowed,
            limited_to_school_ids=limited_to_school_ids,
            links=links,
            version=version,
            limited_to_schools=limited_to_schools,
        )

        distribution_row_view.additional_properties = d
        return distribution_row_view

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
