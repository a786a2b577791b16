from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.school_view_links import SchoolViewLinks


T = TypeVar("T", bound="SchoolView")


@_attrs_define
class SchoolView:
    """A school, or an office of the district.

    Attributes:
        id (str): The id in the roster. It may hold any character.
        name (str): The school's name.
        kind (str): The kind of organization in the roster.
        parent_id (str): The id of the office that it belongs to; blank when the roster names none.
        links (SchoolViewLinks | Unset): Where to go on.
        parent_name (None | str | Unset): The name of what it belongs to; null if it is not known.
    """

    id: str
    name: str
    kind: str
    parent_id: str
    links: SchoolViewLinks | Unset = UNSET
    parent_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        kind = self.kind

        parent_id = self.parent_id

        links: dict[str, Any] | Unset = UNSET
        if not isinstance(self.links, Unset):
            links = self.links.to_dict()

        parent_name: None | str | Unset
        if isinstance(self.parent_name, Unset):
            parent_name = UNSET
        else:
            parent_name = self.parent_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "kind": kind,
                "parent_id": parent_id,
            }
        )
        if links is not UNSET:
            field_dict["links"] = links
        if parent_name is not UNSET:
            field_dict["parent_name"] = parent_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.school_view_links import SchoolViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        kind = d.pop("kind")

        parent_id = d.pop("parent_id")

        _links = d.pop("links", UNSET)
        links: SchoolViewLinks | Unset
        if isinstance(_links, Unset):
            links = UNSET
        else:
            links = SchoolViewLinks.from_dict(_links)

        def _parse_parent_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        parent_name = _parse_parent_name(d.pop("parent_name", UNSET))

        school_view = cls(
            id=id,
            name=name,
            kind=kind,
            parent_id=parent_id,
            links=links,
            parent_name=parent_name,
        )

        school_view.additional_properties = d
        return school_view

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
