"""Reminders: of a day, those who have not begun get an email, one each at most."""
