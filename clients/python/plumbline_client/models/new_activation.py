from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.process_test import ProcessTest
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewActivation")


@_attrs_define
class NewActivation:
    """Which test is given to which class of yours.

    Attributes:
        test (ProcessTest): Which of the two tests of a process.

            - `pre`: The pre-test.
            - `post`: The post-test.
        class_id (str): The class that is given it, by its id in the roster.
        tracker_id (None | str | Unset): The class's tracker to enter results in; without it one that suits is found.
        create_tracker (bool | Unset): Whether to make a tracker where none suits, with the test's standards set,
            standards and levels. Default: False.
        give_until_date (datetime.date | None | Unset): The last day for the class to get it; null for none. Activate
            again to move it.
    """

    test: ProcessTest
    class_id: str
    tracker_id: None | str | Unset = UNSET
    create_tracker: bool | Unset = False
    give_until_date: datetime.date | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        test = self.test.value

        class_id = self.class_id

        tracker_id: None | str | Unset
        if isinstance(self.tracker_id, Unset):
            tracker_id = UNSET
        else:
            tracker_id = self.tracker_id

        create_tracker = self.create_tracker

        give_until_date: None | str | Unset
        if isinstance(self.give_until_date, Unset):
            give_until_date = UNSET
        elif isinstance(self.give_until_date, datetime.date):
            give_until_date = self.give_until_date.isoformat()
        else:
            give_until_date = self.give_until_date

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "test": test,
                "class_id": class_id,
            }
        )
        if tracker_id is not UNSET:
            field_dict["tracker_id"] = tracker_id
        if create_tracker is not UNSET:
            field_dict["create_tracker"] = create_tracker
        if give_until_date is not UNSET:
            field_dict["give_until_date"] = give_until_date

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        test = ProcessTest(d.pop("test"))

        class_id = d.pop("class_id")

        def _parse_tracker_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        tracker_id = _parse_tracker_id(d.pop("tracker_id", UNSET))

        create_tracker = d.pop("create_tracker", UNSET)

        def _parse_give_until_date(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                give_until_date_type_0 = datetime.date.fromisoformat(data)

                return give_until_date_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        give_until_date = _parse_give_until_date(d.pop("give_until_date", UNSET))

        new_activation = cls(
            test=test,
            class_id=class_id,
            tracker_id=tracker_id,
            create_tracker=create_tracker,
            give_until_date=give_until_date,
        )

        return new_activation
