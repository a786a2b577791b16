from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.page_field_view import PageFieldView


T = TypeVar("T", bound="StrategyView")


@_attrs_define
class StrategyView:
    """A strategy in its place.

    Attributes:
        id (str): The strategy's id.
        order (int): Where it stands among the strategies, from 1.
        strategy (PageFieldView): The text of a field, its last author, and the page's version then; 0 for nobody.
        levels (PageFieldView): The text of a field, its last author, and the page's version then; 0 for nobody.
        responsible (PageFieldView): The text of a field, its last author, and the page's version then; 0 for nobody.
        frequency (PageFieldView): The text of a field, its last author, and the page's version then; 0 for nobody.
        duration (PageFieldView): The text of a field, its last author, and the page's version then; 0 for nobody.
        evidence (PageFieldView): The text of a field, its last author, and the page's version then; 0 for nobody.
    """

    id: str
    order: int
    strategy: PageFieldView
    levels: PageFieldView
    responsible: PageFieldView
    frequency: PageFieldView
    duration: PageFieldView
    evidence: PageFieldView
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        order = self.order

        strategy = self.strategy.to_dict()

        levels = self.levels.to_dict()

        responsible = self.responsible.to_dict()

        frequency = self.frequency.to_dict()

        duration = self.duration.to_dict()

        evidence = self.evidence.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "order": order,
                "strategy": strategy,
                "levels": levels,
                "responsible": responsible,
                "frequency": frequency,
                "duration": duration,
                "evidence": evidence,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.page_field_view import PageFieldView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        order = d.pop("order")

        strategy = PageFieldView.from_dict(d.pop("strategy"))

        levels = PageFieldView.from_dict(d.pop("levels"))

        responsible = PageFieldView.from_dict(d.pop("responsible"))

        frequency = PageFieldView.from_dict(d.pop("frequency"))

        duration = PageFieldView.from_dict(d.pop("duration"))

        evidence = PageFieldView.from_dict(d.pop("evidence"))

        strategy_view = cls(
            id=id,
            order=order,
            strategy=strategy,
            levels=levels,
            responsible=responsible,
            frequency=frequency,
            duration=duration,
            evidence=evidence,
        )

        strategy_view.additional_properties = d
        return strategy_view

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
