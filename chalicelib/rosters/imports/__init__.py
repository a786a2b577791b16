"""Roster packages: announced, read, checked, compared, applied."""
