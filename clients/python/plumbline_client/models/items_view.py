from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.described_standard_view import DescribedStandardView
    from ..models.document_view import DocumentView
    from ..models.items_view_links import ItemsViewLinks
    from ..models.items_view_versions import ItemsViewVersions
    from ..models.multiple_choice_item_view import MultipleChoiceItemView
    from ..models.numeric_item_view import NumericItemView
    from ..models.points_item_view import PointsItemView
    from ..models.short_text_item_view import ShortTextItemView
    from ..models.single_choice_item_view import SingleChoiceItemView
    from ..models.true_false_item_view import TrueFalseItemView


T = TypeVar("T", bound="ItemsView")


@_attrs_define
class ItemsView:
    """All items, and what they add up to.

    Attributes:
        id (str): The assessment's id.
        version (int): The version: it counts the changes. Send it as `If-Match`, in quotes, when you change this.
        standards_set_id (str): The standards set of the assessment; blank until one is chosen.
        document (DocumentView | None): The document for students; null for an item-based assessment.
        items (list[MultipleChoiceItemView | NumericItemView | PointsItemView | ShortTextItemView | SingleChoiceItemView
            | TrueFalseItemView]): All items, in order: form A.
        versions (ItemsViewVersions): The questions of the printed forms `B` to `E`, in their order.
        points (str): The points of all items together, as a decimal.
        standards (list[str]): The codes of the standards that the items assess.
        standards_set_name (None | str | Unset): The name of the standards set; null without one.
        described_standards (list[DescribedStandardView] | Unset): The texts of `standards`, in their order.
        links (ItemsViewLinks | Unset): Where to go on: the assessment.
    """

    id: str
    version: int
    standards_set_id: str
    document: DocumentView | None
    items: list[
        MultipleChoiceItemView
        | NumericItemView
        | PointsItemView
        | ShortTextItemView
        | SingleChoiceItemView
        | TrueFalseItemView
    ]
    versions: ItemsViewVersions
    points: str
    standards: list[str]
    standards_set_name: None | str | Unset = UNSET
    described_standards: list[DescribedStandardView] | Unset = UNSET
    links: ItemsViewLinks | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.document_view import DocumentView  # noqa: PLC0415
        from ..models.multiple_choice_item_view import MultipleChoiceItemView  # noqa: PLC0415
        from ..models.numeric_item_view import NumericItemView  # noqa: PLC0415
        from ..models.short_text_item_view import ShortTextItemView  # noqa: PLC0415
        from ..models.single_choice_item_view import SingleChoiceItemView  # noqa: PLC0415
        from ..models.true_false_item_view import TrueFalseItemView  # noqa: PLC0415

        id = self.id

        version = self.version

        standards_set_id = self.standards_set_id

        document: dict[str, Any] | None
        if isinstance(self.document, DocumentView):
            document = self.document.to_dict()
        else:
            document = self.document

        items = []
        for items_item_data in self.items:
            items_item: dict[str, Any]
            if isinstance(items_item_data, SingleChoiceItemView):
                items_item = items_item_data.to_dict()
            elif isinstance(items_item_data, MultipleChoiceItemView):
                items_item = items_item_data.to_dict()
            elif isinstance(items_item_data, TrueFalseItemView):
                items_item = items_item_data.to_dict()
            elif isinstance(items_item_data, NumericItemView):
                items_item = items_item_data.to_dict()
            elif isinstance(items_item_data, ShortTextItemView):
                items_item = items_item_data.to_dict()
            else:
                items_item = items_item_data.to_dict()

            items.append(items_item)

        versions = self.versions.to_dict()

        points = self.points

        standards = self.standards

        standards_set_name: None | str | Unset
        if isinstance(self.standards_set_name, Unset):
            standards_set_name = UNSET
        else:
            standards_set_name = self.standards_set_name

        described_standards: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.described_standards, Unset):
            described_standards = []
            for described_standards_item_data in self.described_standards:
                described_standards_item = described_standards_item_data.to_dict()
                described_standards.append(described_standards_item)

        links: dict[str, Any] | Unset = UNSET
        if not isinstance(self.links, Unset):
            links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "version": version,
                "standards_set_id": standards_set_id,
                "document": document,
                "items": items,
                "versions": versions,
                "points": points,
                "standards": standards,
            }
        )
        if standards_set_name is not UNSET:
            field_dict["standards_set_name"] = standards_set_name
        if described_standards is not UNSET:
            field_dict["described_standards"] = described_standards
        if links is not UNSET:
            field_dict["links"] = links

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.described_standard_view import DescribedStandardView  # noqa: PLC0415
        from ..models.document_view import DocumentView  # noqa: PLC0415
        from ..models.items_view_links import ItemsViewLinks  # noqa: PLC0415
        from ..models.items_view_versions import ItemsViewVersions  # noqa: PLC0415
        from ..models.multiple_choice_item_view import MultipleChoiceItemView  # noqa: PLC0415
        from ..models.numeric_item_view import NumericItemView  # noqa: PLC0415
        from ..models.points_item_view import PointsItemView  # noqa: PLC0415
        from ..models.short_text_item_view import ShortTextItemView  # noqa: PLC0415
        from ..models.single_choice_item_view import SingleChoiceItemView  # noqa: PLC0415
        from ..models.true_false_item_view import TrueFalseItemView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        version = d.pop("version")

        standards_set_id = d.pop("standards_set_id")

        def _parse_document(data: object) -> DocumentView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                document_type_0 = DocumentView.from_dict(data)

                return document_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DocumentView | None, data)

        document = _parse_document(d.pop("document"))

        items = []
        _items = d.pop("items")
        for items_item_data in _items:

            def _parse_items_item(
                data: object,
            ) -> (
                MultipleChoiceItemView
                | NumericItemView
                | PointsItemView
                | ShortTextItemView
                | SingleChoiceItemView
                | TrueFalseItemView
            ):
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_item_view_type_0 = SingleChoiceItemView.from_dict(
                        data
                    )

                    return componentsschemas_item_view_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_item_view_type_1 = (
                        MultipleChoiceItemView.from_dict(data)
                    )

                    return componentsschemas_item_view_type_1
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_item_view_type_2 = TrueFalseItemView.from_dict(
                        data
                    )

                    return componentsschemas_item_view_type_2
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_item_view_type_3 = NumericItemView.from_dict(data)

                    return componentsschemas_item_view_type_3
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_item_view_type_4 = ShortTextItemView.from_dict(
                        data
                    )

                    return componentsschemas_item_view_type_4
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_item_view_type_5 = PointsItemView.from_dict(data)

                return componentsschemas_item_view_type_5

            items_item = _parse_items_item(items_item_data)

            items.append(items_item)

        versions = ItemsViewVersions.from_dict(d.pop("versions"))

        points = d.pop("points")

        standards = cast(list[str], d.pop("standards"))

        def _parse_standards_set_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        standards_set_name = _parse_standards_set_name(
            d.pop("standards_set_name", UNSET)
        )

        _described_standards = d.pop("described_standards", UNSET)
        described_standards: list[DescribedStandardView] | Unset = UNSET
        if _described_standards is not UNSET:
            described_standards = []
            for described_standards_item_data in _described_standards:
                described_standards_item = DescribedStandardView.from_dict(
                    described_standards_item_data
                )

                described_standards.append(described_standards_item)

        _links = d.pop("links", UNSET)
        links: ItemsViewLinks | Unset
        if isinstance(_links, Unset):
            links = UNSET
        else:
            links = ItemsViewLinks.from_dict(_links)

        items_view = cls(
            id=id,
            version=version,
            standards_set_id=standards_set_id,
            document=document,
            items=items,
            versions=versions,
            points=points,
            standards=standards,
            standards_set_name=standards_set_name,
            described_standards=described_standards,
            links=links,
        )

        items_view.additional_properties = d
        return items_view

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
