from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="JobViewCounts")


@_attrs_define
class JobViewCounts:
    """How much is done, in numbers. Which keys there are depends on the kind.

    Attributes:
        done (int | Unset): How many steps are done.
        total (int | Unset): How many steps there are.
        written (int | Unset): Emails that are written.
        renewed (int | Unset): Result sheets that were brought up to the present rules.
        created (int | Unset): Trackers that were made.
        opened (int | Unset): Data teams in which a process is open.
        classes (int | Unset): Classes that have the pre-test.
        skipped_classes (int | Unset): Classes that do not get the pre-test.
        imported (int | Unset): Questions that are items of the draft.
        unsupported (int | Unset): Questions that are more than an item here can say.
        refused (int | Unset): Questions that are broken, missing, without a standard, or without room.
        delivered (int | Unset): Trackers that have the assessment.
        skipped (int | Unset): Trackers, classes or teams that were left out.
        failed (int | Unset): Trackers that could not be reached.
        pending (int | Unset): Trackers that wait for their turn.
        canceled (int | Unset): Trackers of a canceled distribution.
    """

    done: int | Unset = UNSET
    total: int | Unset = UNSET
    written: int | Unset = UNSET
    renewed: int | Unset = UNSET
    created: int | Unset = UNSET
    opened: int | Unset = UNSET
    classes: int | Unset = UNSET
    skipped_classes: int | Unset = UNSET
    imported: int | Unset = UNSET
    unsupported: int | Unset = UNSET
    refused: int | Unset = UNSET
    delivered: int | Unset = UNSET
    skipped: int | Unset = UNSET
    failed: int | Unset = UNSET
    pending: int | Unset = UNSET
    canceled: int | Unset = UNSET
    additional_properties: dict[str, int] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        done = self.done

        total = self.total

        written = self.written

        renewed = self.renewed

        created = self.created

        opened = self.opened

        classes = self.classes

        skipped_classes = self.skipped_classes

        imported = self.imported

        unsupported = self.unsupported

        refused = self.refused

        delivered = self.delivered

        skipped = self.skipped

        failed = self.failed

        pending = self.pending

        canceled = self.canceled

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if done is not UNSET:
            field_dict["done"] = done
        if total is not UNSET:
            field_dict["total"] = total
        if written is not UNSET:
            field_dict["written"] = written
        if renewed is not UNSET:
            field_dict["renewed"] = renewed
        if created is not UNSET:
            field_dict["created"] = created
        if opened is not UNSET:
            field_dict["opened"] = opened
        if classes is not UNSET:
            field_dict["classes"] = classes
        if skipped_classes is not UNSET:
            field_dict["skipped_classes"] = skipped_classes
        if imported is not UNSET:
            field_dict["imported"] = imported
        if unsupported is not UNSET:
            field_dict["unsupported"] = unsupported
        if refused is not UNSET:
            field_dict["refused"] = refused
        if delivered is not UNSET:
            field_dict["delivered"] = delivered
        if skipped is not UNSET:
            field_dict["skipped"] = skipped
        if failed is not UNSET:
            field_dict["failed"] = failed
        if pending is not UNSET:
            field_dict["pending"] = pending
        if canceled is not UNSET:
            field_dict["canceled"] = canceled

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        done = d.pop("done", UNSET)

        total = d.pop("total", UNSET)

        written = d.pop("written", UNSET)

        renewed = d.pop("renewed", UNSET)

        created = d.pop("created", UNSET)

        opened = d.pop("opened", UNSET)

        classes = d.pop("classes", UNSET)

        skipped_classes = d.pop("skipped_classes", UNSET)

        imported = d.pop("imported", UNSET)

        unsupported = d.pop("unsupported", UNSET)

        refused = d.pop("refused", UNSET)

        delivered = d.pop("delivered", UNSET)

        skipped = d.pop("skipped", UNSET)

        failed = d.pop("failed", UNSET)

        pending = d.pop("pending", UNSET)

        canceled = d.pop("canceled", UNSET)

        job_view_counts = cls(
            done=done,
            total=total,
            written=written,
            renewed=renewed,
            created=created,
            opened=opened,
            classes=classes,
            skipped_classes=skipped_classes,
            imported=imported,
            unsupported=unsupported,
            refused=refused,
            delivered=delivered,
            skipped=skipped,
            failed=failed,
            pending=pending,
            canceled=canceled,
        )

        job_view_counts.additional_properties = d
        return job_view_counts

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> int:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: int) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
