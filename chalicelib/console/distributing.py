"""Screens to come."""

from __future__ import annotations

from .screens import Screens

screens = Screens()
