"""Sheets that an earlier release stored, brought up to date once."""
