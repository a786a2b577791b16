from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.import_work_view_kind import ImportWorkViewKind
from ..models.import_work_view_state import ImportWorkViewState

if TYPE_CHECKING:
    from ..models.import_work_view_links import ImportWorkViewLinks


T = TypeVar("T", bound="ImportWorkView")


@_attrs_define
class ImportWorkView:
    """A checked import that waits for a decision.

    Attributes:
        id (str): The import.
        kind (ImportWorkViewKind): The imported content.

            - `roster_import`: A roster.
            - `standards_import`: Standards.
        state (ImportWorkViewState): The event that it waits for.

            - `held`: It would drop much: an admin must confirm that.
            - `ready`: It can be applied.
        created_at (datetime.datetime): When it was begun.
        links (ImportWorkViewLinks): Where to go on: `import`.
    """

    id: str
    kind: ImportWorkViewKind
    state: ImportWorkViewState
    created_at: datetime.datetime
    links: ImportWorkViewLinks
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        kind = self.kind.value

        state = self.state.value

        created_at = self.created_at.isoformat()

        links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "state": state,
                "created_at": created_at,
                "links": links,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.import_work_view_links import ImportWorkViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        kind = ImportWorkViewKind(d.pop("kind"))

        state = ImportWorkViewState(d.pop("state"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        links = ImportWorkViewLinks.from_dict(d.pop("links"))

        import_work_view = cls(
            id=id,
            kind=kind,
            state=state,
            created_at=created_at,
            links=links,
        )

        import_work_view.additional_properties = d
        return import_work_view

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
