"""Rosters: who learns what with whom, read from OneRoster packages, checked, compared, applied."""
