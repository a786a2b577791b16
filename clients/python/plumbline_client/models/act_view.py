from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.thing_kind import ThingKind
from ..types import UNSET, Unset

T = TypeVar("T", bound="ActView")


@_attrs_define
class ActView:
    """One act that changed something.

    Attributes:
        done_at (datetime.datetime): When, in UTC.
        person_id (None | str): The id of the person who did it; null where the stack did it automatically. Example:
            `T-311`
        operation (str): The operation, by its name in this API.
        words (str): The action, in a few words.
        thing_kind (ThingKind): Kinds of what acts change.

            - `assessment`: An assessment, with its items and documents.
            - `attachment`: A document that is attached to an assessment.
            - `correction`: A correction of a scored assessment.
            - `distribution`: A distribution.
            - `email`: An email that did not arrive.
            - `district`: The district's settings.
            - `item_import`: An import of items.
            - `job`: Long work: the id has its kind, and the id of what it is about.
            - `person`: A person of the roster.
            - `printout`: Something that was printed.
            - `process`: A Mastery Process, with its pages, goals and activations.
            - `reminder`: A reminder: the id has what it is about, and the day.
            - `roster_import`: An import of the roster.
            - `sheet`: A class's result sheet: the id has the class and the assessment.
            - `standards_import`: An import of standards.
            - `team`: A data team.
            - `tracker`: A tracker.
            - `tracker_batch`: Trackers for all classes of courses.
            - `other`: Something else.
        thing_id (str): The thing's id; of a part of it with a dot and the part.
        version (int): The thing's version after it; 0 where it has none.
        person_name (None | str | Unset): The name of the person who did it; null if it is not known.
    """

    done_at: datetime.datetime
    person_id: None | str
    operation: str
    words: str
    thing_kind: ThingKind
    thing_id: str
    version: int
    person_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        done_at = self.done_at.isoformat()

        person_id: None | str
        person_id = self.person_id

        operation = self.operation

        words = self.words

        thing_kind = self.thing_kind.value

        thing_id = self.thing_id

        version = self.version

        person_name: None | str | Unset
        if isinstance(self.person_name, Unset):
            person_name = UNSET
        else:
            person_name = self.person_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "done_at": done_at,
                "person_id": person_id,
                "operation": operation,
                "words": words,
                "thing_kind": thing_kind,
                "thing_id": thing_id,
                "version": version,
            }
        )
        if person_name is not UNSET:
            field_dict["person_name"] = person_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        done_at = datetime.datetime.fromisoformat(d.pop("done_at"))

        def _parse_person_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        person_id = _parse_person_id(d.pop("person_id"))

        operation = d.pop("operation")

        words = d.pop("words")

        thing_kind = ThingKind(d.pop("thing_kind"))

        thing_id = d.pop("thing_id")

        version = d.pop("version")

        def _parse_person_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        person_name = _parse_person_name(d.pop("person_name", UNSET))

        act_view = cls(
            done_at=done_at,
            person_id=person_id,
            operation=operation,
            words=words,
            thing_kind=thing_kind,
            thing_id=thing_id,
            version=version,
            person_name=person_name,
        )

        act_view.additional_properties = d
        return act_view

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
