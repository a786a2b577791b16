from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.assessment_items_versions_type_0 import AssessmentItemsVersionsType0
    from ..models.document import Document
    from ..models.multiple_choice_item import MultipleChoiceItem
    from ..models.numeric_item import NumericItem
    from ..models.points_item import PointsItem
    from ..models.short_text_item import ShortTextItem
    from ..models.single_choice_item import SingleChoiceItem
    from ..models.true_false_item import TrueFalseItem


T = TypeVar("T", bound="AssessmentItems")


@_attrs_define
class AssessmentItems:
    """All items of an assessment, in order.

    Attributes:
        document (Document | None | Unset): The document for students; for document-based assessments.
        items (list[MultipleChoiceItem | NumericItem | PointsItem | ShortTextItem | SingleChoiceItem | TrueFalseItem] |
            Unset): All items, in order. An item that is left out is removed.
        versions (AssessmentItemsVersionsType0 | None | Unset): The questions of the printed forms `B` to `E`, in their
            order.

            Left out, those stay that fit the items.
    """

    document: Document | None | Unset = UNSET
    items: (
        list[
            MultipleChoiceItem
            | NumericItem
            | PointsItem
            | ShortTextItem
            | SingleChoiceItem
            | TrueFalseItem
        ]
        | Unset
    ) = UNSET
    versions: AssessmentItemsVersionsType0 | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.assessment_items_versions_type_0 import (
            AssessmentItemsVersionsType0,  # noqa: PLC0415
        )
        from ..models.document import Document  # noqa: PLC0415
        from ..models.multiple_choice_item import MultipleChoiceItem  # noqa: PLC0415
        from ..models.numeric_item import NumericItem  # noqa: PLC0415
        from ..models.short_text_item import ShortTextItem  # noqa: PLC0415
        from ..models.single_choice_item import SingleChoiceItem  # noqa: PLC0415
        from ..models.true_false_item import TrueFalseItem  # noqa: PLC0415

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
                items_item: dict[str, Any]
                if isinstance(items_item_data, SingleChoiceItem):
                    items_item = items_item_data.to_dict()
                elif isinstance(items_item_data, MultipleChoiceItem):
                    items_item = items_item_data.to_dict()
                elif isinstance(items_item_data, TrueFalseItem):
                    items_item = items_item_data.to_dict()
                elif isinstance(items_item_data, NumericItem):
                    items_item = items_item_data.to_dict()
                elif isinstance(items_item_data, ShortTextItem):
                    items_item = items_item_data.to_dict()
                else:
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
        from ..models.multiple_choice_item import MultipleChoiceItem  # noqa: PLC0415
        from ..models.numeric_item import NumericItem  # noqa: PLC0415
        from ..models.points_item import PointsItem  # noqa: PLC0415
        from ..models.short_text_item import ShortTextItem  # noqa: PLC0415
        from ..models.single_choice_item import SingleChoiceItem  # noqa: PLC0415
        from ..models.true_false_item import TrueFalseItem  # noqa: PLC0415

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
        items: (
            list[
                MultipleChoiceItem
                | NumericItem
                | PointsItem
                | ShortTextItem
                | SingleChoiceItem
                | TrueFalseItem
            ]
            | Unset
        ) = UNSET
        if _items is not UNSET:
            items = []
            for items_item_data in _items:

                def _parse_items_item(
                    data: object,
                ) -> (
                    MultipleChoiceItem
                    | NumericItem
                    | PointsItem
                    | ShortTextItem
                    | SingleChoiceItem
                    | TrueFalseItem
                ):
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        componentsschemas_item_type_0 = SingleChoiceItem.from_dict(data)

                        return componentsschemas_item_type_0
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        componentsschemas_item_type_1 = MultipleChoiceItem.from_dict(
                            data
                        )

                        return componentsschemas_item_type_1
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        componentsschemas_item_type_2 = TrueFalseItem.from_dict(data)

                        return componentsschemas_item_type_2
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        componentsschemas_item_type_3 = NumericItem.from_dict(data)

                        return componentsschemas_item_type_3
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        componentsschemas_item_type_4 = ShortTextItem.from_dict(data)

                        return componentsschemas_item_type_4
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_item_type_5 = PointsItem.from_dict(data)

                    return componentsschemas_item_type_5

                items_item = _parse_items_item(items_item_data)

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
