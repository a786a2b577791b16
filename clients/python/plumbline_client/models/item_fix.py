from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.scoring import Scoring
from ..types import UNSET, Unset

T = TypeVar("T", bound="ItemFix")


@_attrs_define
class ItemFix:
    """The new values of an item. Leave out what stays.

    Attributes:
        id (str): The item's id within its assessment.
        key (list[str] | None | Unset): The new correct answer.
        points (None | str | Unset): The new points of the item, as a decimal. Points given by hand keep their share.
        tolerance (None | str | Unset): How far a number may be off from now on.
        scoring (None | Scoring | Unset): How an answer earns points from now on. `everyone` gives the question up for
            all who sat the test.
        accept_all (bool | None | Unset): Whether every student who answered gets all points. It is kept as the scoring
            `any_answer`.
    """

    id: str
    key: list[str] | None | Unset = UNSET
    points: None | str | Unset = UNSET
    tolerance: None | str | Unset = UNSET
    scoring: None | Scoring | Unset = UNSET
    accept_all: bool | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        key: list[str] | None | Unset
        if isinstance(self.key, Unset):
            key = UNSET
        elif isinstance(self.key, list):
            key = self.key

        else:
            key = self.key

        points: None | str | Unset
        if isinstance(self.points, Unset):
            points = UNSET
        else:
            points = self.points

        tolerance: None | str | Unset
        if isinstance(self.tolerance, Unset):
            tolerance = UNSET
        else:
            tolerance = self.tolerance

        scoring: None | str | Unset
        if isinstance(self.scoring, Unset):
            scoring = UNSET
        elif isinstance(self.scoring, Scoring):
            scoring = self.scoring.value
        else:
            scoring = self.scoring

        accept_all: bool | None | Unset
        if isinstance(self.accept_all, Unset):
            accept_all = UNSET
        else:
            accept_all = self.accept_all

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
            }
        )
        if key is not UNSET:
            field_dict["key"] = key
        if points is not UNSET:
            field_dict["points"] = points
        if tolerance is not UNSET:
            field_dict["tolerance"] = tolerance
        if scoring is not UNSET:
            field_dict["scoring"] = scoring
        if accept_all is not UNSET:
            field_dict["accept_all"] = accept_all

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        def _parse_key(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                key_type_0 = cast(list[str], data)

                return key_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        key = _parse_key(d.pop("key", UNSET))

        def _parse_points(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        points = _parse_points(d.pop("points", UNSET))

        def _parse_tolerance(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        tolerance = _parse_tolerance(d.pop("tolerance", UNSET))

        def _parse_scoring(data: object) -> None | Scoring | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                scoring_type_0 = Scoring(data)

                return scoring_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Scoring | Unset, data)

        scoring = _parse_scoring(d.pop("scoring", UNSET))

        def _parse_accept_all(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        accept_all = _parse_accept_all(d.pop("accept_all", UNSET))

        item_fix = cls(
            id=id,
            key=key,
            points=points,
            tolerance=tolerance,
            scoring=scoring,
            accept_all=accept_all,
        )

        return item_fix
