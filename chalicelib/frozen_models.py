"""The base classes of pydantic models, which never change: a change is a copy.

A model builds its validator at its first use: most requests use few of them.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class FrozenModel(BaseModel):
    """A model of something stored: it passes over fields of other releases."""

    model_config = ConfigDict(frozen=True, defer_build=True)


class StrictModel(FrozenModel):
    """A model of something sent: it refuses unknown fields."""

    model_config = ConfigDict(extra="forbid")


class TrimmedModel(StrictModel):
    """A model of something typed: it refuses unknown fields and trims text."""

    model_config = ConfigDict(str_strip_whitespace=True)
