from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.assessment_items_versions_type_0 import AssessmentItemsVersionsType0
    from ..models.document import Document
    from ..models.item import Item


T = TypeVar("T", bound="AssessmentItems")


@_attrs_define
class AssessmentItems:
    """All items, in order; for document-based assessments also the document.

    `versions`: what is right on the forms B to E; left out, those stay that fit the items.

        Attributes:
            document (Document | None | Unset): What students work on; for document-based assessments.
            items (list[Item] | Unset): All items, in order. An item that is left out is removed.
            versions (AssessmentItemsVersionsType0 | None | Unset): The questions of the printed forms `B` to `E`, in their
                order.

                Left out, those stay that fit the items.
    """

    document: Document | None | Unset = UNSET
    items: list[Item] | Unset = UNSET
    versions: AssessmentItemsVersionsType0 | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.assessment_items_versions_type_0 import (
            AssessmentItemsVersionsType0,  # noqa: PLC0415
        )
        from ..models.document import Document  # noqa: PLC0415

        document: dict[str, Any] | None | Unset
        if isinstance(self.document, Unset):
            document = UNSET
        elif isinstance(self.document, Document):
            document = self.document.to_dict()
        else:
            document = self.document

        items: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.items, Unset):
            items = []
            for items_item_data in self.items:
                items_item = items_item_data.to_dict()
                items.append(items_item)

        versions: dict[str, Any] | None | Unset
        if isinstance(self.versions, Unset):
            versions = UNSET
        elif isinstance(self.versions, AssessmentItemsVersionsType0):
            versions = self.versions.to_dict()
        else:
            versions = self.versions

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if document is not UNSET:
            field_dict["document"] = document
        if items is not UNSET:
            field_dict["items"] = items
        if versions is not UNSET:
            field_dict["versions"] = versions

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.assessment_items_versions_type_0 import (
            AssessmentItemsVersionsType0,  # noqa: PLC0415
        )
        from ..models.document import Document  # noqa: PLC0415
        from ..models.item import Item  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_document(data: object) -> Document | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                document_type_0 = Document.from_dict(data)

                return document_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Document | None | Unset, data)

        document = _parse_document(d.pop("document", UNSET))

        _items = d.pop("items", UNSET)
        items: list[Item] | Unset = UNSET
        if _items is not UNSET:
            items = []
            for items_item_data in _items:
                items_item = Item.from_dict(items_item_data)

                items.append(items_item)

        def _parse_versions(
            data: object,
        ) -> AssessmentItemsVersionsType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                versions_type_0 = AssessmentItemsVersionsType0.from_dict(data)

                return versions_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AssessmentItemsVersionsType0 | None | Unset, data)

        versions = _parse_versions(d.pop("versions", UNSET))

        assessment_items = cls(
            document=document,
            items=items,
            versions=versions,
        )

        return assessment_items
