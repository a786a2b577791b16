"""The time that a domain waits for a file."""

from __future__ import annotations

from datetime import timedelta

AWAITED = timedelta(minutes=20)
"""After this, things that wait for a file are abandoned: the form ended at 15 minutes
(`storage.files.UPLOAD_LIFETIME`), and events of late uploads have arrived.
"""
