"""Reminding those of a data team who have not begun with a test."""
