"""Rosters: people, classes, enrollments. OneRoster packages are read, checked and applied."""
