from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.student_result_view import StudentResultView


T = TypeVar("T", bound="StandardEvidenceView")


@_attrs_define
class StandardEvidenceView:
    """A student's mastery of a standard, with all tests on it.

    Attributes:
        standard (str): The standard's code.
        level (int | None): The level's number, from 1, the lowest; null while there is no mastery.
        level_name (None | str): The level's name; null while there is no mastery.
        percent (float | None): The mastery in percent, for the eye: one decimal, and more where it would belong to
            another level. Null while there is none.
        share (None | str): The mastery as an exact fraction; null while there is none.
        assessment_count (int): How many results are in it.
        met_count (int): How many of these results reached mastery.
        latest_date (datetime.date | None): The day on which the latest of these tests was given; null while there is
            none.
        so_far_count (int): How many further results have only some of the standard's questions entered, so that they do
            not count yet.
        identifier (str): The standard's identifier at its publisher.
        results (list[StudentResultView]): The tests on it that the class was given, the latest first.
        statement (None | str | Unset): The text of the standard; null if it is not known.
    """

    standard: str
    level: int | None
    level_name: None | str
    percent: float | None
    share: None | str
    assessment_count: int
    met_count: int
    latest_date: datetime.date | None
    so_far_count: int
    identifier: str
    results: list[StudentResultView]
    statement: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        standard = self.standard

        level: int | None
        level = self.level

        level_name: None | str
        level_name = self.level_name

        percent: float | None
        percent = self.percent

        share: None | str
        share = self.share

        assessment_count = self.assessment_count

        met_count = self.met_count

        latest_date: None | str
        if isinstance(self.latest_date, datetime.date):
            latest_date = self.latest_date.isoformat()
        else:
            latest_date = self.latest_date

        so_far_count = self.so_far_count

        identifier = self.identifier

        results = []
        for results_item_data in self.results:
            results_item = results_item_data.to_dict()
            results.append(results_item)

        statement: None | str | Unset
        if isinstance(self.statement, Unset):
            statement = UNSET
        else:
            statement = self.statement

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "standard": standard,
                "level": level,
                "level_name": level_name,
                "percent": percent,
                "share": share,
                "assessment_count": assessment_count,
                "met_count": met_count,
                "latest_date": latest_date,
                "so_far_count": so_far_count,
                "identifier": identifier,
                "results": results,
            }
        )
        if statement is not UNSET:
            field_dict["statement"] = statement

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.student_result_view import StudentResultView  # noqa: PLC0415

        d = dict(src_dict)
        standard = d.pop("standard")

        def _parse_level(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        level = _parse_level(d.pop("level"))

        def _parse_level_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        level_name = _parse_level_name(d.pop("level_name"))

        def _parse_percent(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        percent = _parse_percent(d.pop("percent"))

        def _parse_share(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        share = _parse_share(d.pop("share"))

        assessment_count = d.pop("assessment_count")

        met_count = d.pop("met_count")

        def _parse_latest_date(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                latest_date_type_0 = datetime.date.fromisoformat(data)

                return latest_date_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        latest_date = _parse_latest_date(d.pop("latest_date"))

        so_far_count = d.pop("so_far_count")

        identifier = d.pop("identifier")

        results = []
        _results = d.pop("results")
        for results_item_data in _results:
            results_item = StudentResultView.from_dict(results_item_data)

            results.append(results_item)

        def _parse_statement(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        statement = _parse_statement(d.pop("statement", UNSET))

        standard_evidence_view = cls(
            standard=standard,
            level=level,
            level_name=level_name,
            percent=percent,
            share=share,
            assessment_count=assessment_count,
            met_count=met_count,
            latest_date=latest_date,
            so_far_count=so_far_count,
            identifier=identifier,
            results=results,
            statement=statement,
        )

        standard_evidence_view.additional_properties = d
        return standard_evidence_view

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
