"""Reminding those whose classes have not begun with a distribution."""
