"""How long a file is waited for."""

from __future__ import annotations

from datetime import timedelta

AWAITED = timedelta(minutes=20)
"""After this what waits for a file is given up: its form has stopped working at 15 minutes
(`storage.files.UPLOAD_LIFETIME`), and what was uploaded just then has been told of."""
