from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="DistributionProgressViewLinks")


@_attrs_define
class DistributionProgressViewLinks:
    """Where to go on.

    Attributes:
        self_ (str | Unset): This distribution.
        receipts (str | Unset): The outcome for each tracker.
        results (str | Unset): The results of its classes.
        openings (str | Unset): The data teams in which it opens a process.
        job (str | Unset): The job that says how far it is.
        assessment (str | Unset): The assessment.
    """

    self_: str | Unset = UNSET
    receipts: str | Unset = UNSET
    results: str | Unset = UNSET
    openings: str | Unset = UNSET
    job: str | Unset = UNSET
    assessment: str | Unset = UNSET
    additional_properties: dict[str, str] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        self_ = self.self_

        receipts = self.receipts

        results = self.results

        openings = self.openings

        job = self.job

        assessment = self.assessment

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if self_ is not UNSET:
            field_dict["self"] = self_
        if receipts is not UNSET:
            field_dict["receipts"] = receipts
        if results is not UNSET:
            field_dict["results"] = results
        if openings is not UNSET:
            field_dict["openings"] = openings
        if job is not UNSET:
            field_dict["job"] = job
        if assessment is not UNSET:
            field_dict["assessment"] = assessment

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        self_ = d.pop("self", UNSET)

        receipts = d.pop("receipts", UNSET)

        results = d.pop("results", UNSET)

        openings = d.pop("openings", UNSET)

        job = d.pop("job", UNSET)

        assessment = d.pop("assessment", UNSET)

        distribution_progress_view_links = cls(
            self_=self_,
            receipts=receipts,
            results=results,
            openings=openings,
            job=job,
            assessment=assessment,
        )

        distribution_progress_view_links.additional_properties = d
        return distribution_progress_view_links

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> str:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: str) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
