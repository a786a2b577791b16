"""Choosing trackers: what matches, school by school, before anything is handed out."""
