"""A typesetter that sets the same paper only once: it would be the same bytes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, cast

if TYPE_CHECKING:
    from chalicelib.reports.typesetter import TypstSetter


class Remembering:
    """Has the product's typesetter set what is not known yet."""

    _known: ClassVar[dict[str, bytes]] = {}

    def __init__(self, other: Any) -> None:
        self._other = other

    def __getattr__(self, name: str) -> Callable[..., bytes]:
        def typeset(*told: Any) -> bytes:
            key = f"{name} {told!r}"
            if key not in self._known:
                self._known[key] = getattr(self._other, name)(*told)
            return self._known[key]

        return typeset


def set_once(typesetter: TypstSetter) -> TypstSetter:
    """Return a typesetter that is like this one, and remembers."""
    return cast("TypstSetter", Remembering(typesetter))
