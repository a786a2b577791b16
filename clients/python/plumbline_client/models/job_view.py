from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.job_state import JobState
from ..models.job_view_kind import JobViewKind

if TYPE_CHECKING:
    from ..models.job_view_counts import JobViewCounts
    from ..models.job_view_links import JobViewLinks


T = TypeVar("T", bound="JobView")


@_attrs_define
class JobView:
    """How far long work is.

    Attributes:
        id (str): The job's id: its kind, a period, and the id of what it works on.
        kind (JobViewKind): The kind of work.

            - `attachment`: An attached document is looked at.
            - `correction`: Results are scored again.
            - `distribution`: An assessment is delivered to trackers.
            - `item_import`: A QTI package is read.
            - `printout`: A printable template is made.
            - `process_lock`: A Mastery Process is finished and its report made.
            - `process_opening`: A distribution opens Mastery Processes in data teams.
            - `reminder`: Those who have not begun are reminded.
            - `roster_import`: A roster is checked or applied.
            - `sheets`: Result sheets are brought up to the present rules.
            - `standards_import`: A framework is applied.
            - `tracker_batch`: Trackers are made for the classes of courses.
        state (JobState): Where a job stands.

            - `queued`: It waits for a worker.
            - `running`: A worker is at it.
            - `waiting`: It waits for a person's decision or for its time; `message` says which.
            - `done`: It has ended well.
            - `failed`: It has ended without its purpose; `message` says why.
            - `canceled`: Somebody canceled it.
        percent (int): How much is done, 0 to 100.
        counts (JobViewCounts): How much is done, in numbers. Which keys there are depends on the kind.
        message (str): How far it is, in a sentence to show.
        resumes_at (datetime.datetime | None): The time by which it continues if its worker is lost; null when no worker
            has it.
        links (JobViewLinks): Addresses of what it works on, and of what it makes. Which keys there are depends on the
            kind.
    """

    id: str
    kind: JobViewKind
    state: JobState
    percent: int
    counts: JobViewCounts
    message: str
    resumes_at: datetime.datetime | None
    links: JobViewLinks
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        kind = self.kind.value

        state = self.state.value

        percent = self.percent

        counts = self.counts.to_dict()

        message = self.message

        resumes_at: None | str
        if isinstance(self.resumes_at, datetime.datetime):
            resumes_at = self.resumes_at.isoformat()
        else:
            resumes_at = self.resumes_at

        links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "state": state,
                "percent": percent,
                "counts": counts,
                "message": message,
                "resumes_at": resumes_at,
                "links": links,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.job_view_counts import JobViewCounts  # noqa: PLC0415
        from ..models.job_view_links import JobViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        kind = JobViewKind(d.pop("kind"))

        state = JobState(d.pop("state"))

        percent = d.pop("percent")

        counts = JobViewCounts.from_dict(d.pop("counts"))

        message = d.pop("message")

        def _parse_resumes_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                resumes_at_type_0 = datetime.datetime.fromisoformat(data)

                return resumes_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        resumes_at = _parse_resumes_at(d.pop("resumes_at"))

        links = JobViewLinks.from_dict(d.pop("links"))

        job_view = cls(
            id=id,
            kind=kind,
            state=state,
            percent=percent,
            counts=counts,
            message=message,
            resumes_at=resumes_at,
            links=links,
        )

        job_view.additional_properties = d
        return job_view

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
