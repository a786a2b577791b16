from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="JobViewLinks")


@_attrs_define
class JobViewLinks:
    """Addresses of what it works on, and of what it makes. Which keys there are depends on the kind.

    Attributes:
        self_ (str | Unset): The thing that it works on.
        job (str | Unset): This job.
        import_ (str | Unset): The import.
        distribution (str | Unset): The distribution.
        openings (str | Unset): The data teams in which it opens a process.
        correction (str | Unset): The correction.
        assessment (str | Unset): The assessment.
        batch (str | Unset): The batch of trackers.
        classes (str | Unset): The outcome for each class.
        process (str | Unset): The Mastery Process.
        report (str | Unset): The report of the process.
        printout (str | Unset): The printout.
    """

    self_: str | Unset = UNSET
    job: str | Unset = UNSET
    import_: str | Unset = UNSET
    distribution: str | Unset = UNSET
    openings: str | Unset = UNSET
    correction: str | Unset = UNSET
    assessment: str | Unset = UNSET
    batch: str | Unset = UNSET
    classes: str | Unset = UNSET
    process: str | Unset = UNSET
    report: str | Unset = UNSET
    printout: str | Unset = UNSET
    additional_properties: dict[str, str] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        self_ = self.self_

        job = self.job

        import_ = self.import_

        distribution = self.distribution

        openings = self.openings

        correction = self.correction

        assessment = self.assessment

        batch = self.batch

        classes = self.classes

        process = self.process

        report = self.report

        printout = self.printout

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if self_ is not UNSET:
            field_dict["self"] = self_
        if job is not UNSET:
            field_dict["job"] = job
        if import_ is not UNSET:
            field_dict["import"] = import_
        if distribution is not UNSET:
            field_dict["distribution"] = distribution
        if openings is not UNSET:
            field_dict["openings"] = openings
        if correction is not UNSET:
            field_dict["correction"] = correction
        if assessment is not UNSET:
            field_dict["assessment"] = assessment
        if batch is not UNSET:
            field_dict["batch"] = batch
        if classes is not UNSET:
            field_dict["classes"] = classes
        if process is not UNSET:
            field_dict["process"] = process
        if report is not UNSET:
            field_dict["report"] = report
        if printout is not UNSET:
            field_dict["printout"] = printout

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        self_ = d.pop("self", UNSET)

        job = d.pop("job", UNSET)

        import_ = d.pop("import", UNSET)

        distribution = d.pop("distribution", UNSET)

        openings = d.pop("openings", UNSET)

        correction = d.pop("correction", UNSET)

        assessment = d.pop("assessment", UNSET)

        batch = d.pop("batch", UNSET)

        classes = d.pop("classes", UNSET)

        process = d.pop("process", UNSET)

        report = d.pop("report", UNSET)

        printout = d.pop("printout", UNSET)

        job_view_links = cls(
            self_=self_,
            job=job,
            import_=import_,
            distribution=distribution,
            openings=openings,
            correction=correction,
            assessment=assessment,
            batch=batch,
            classes=classes,
            process=process,
            report=report,
            printout=printout,
        )

        job_view_links.additional_properties = d
        return job_view_links

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
