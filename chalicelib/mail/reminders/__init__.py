"""Reminders: of a day, those who have not begun get an e-mail, one each at most."""
