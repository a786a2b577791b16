"""What bodies and answers look like: the bases of every model at the edge."""

from __future__ import annotations

from typing import Any, Self

from pydantic import BaseModel, ConfigDict


class Body(BaseModel):
    """What a client sends: nothing unknown is let through, text is trimmed."""

    model_config = ConfigDict(
        extra="forbid", str_strip_whitespace=True, frozen=True, defer_build=True
    )


class Representation(BaseModel):
    """What a client gets; by default the domain object's fields of the same names."""

    model_config = ConfigDict(from_attributes=True, frozen=True, defer_build=True)

    @classmethod
    def of(cls, subject: Any) -> Self:
        """Render a domain object."""
        return cls.model_validate(subject)
