"""Choosing trackers: matches, school by school, before a distribution."""
