"""Assessments built from items that are there already."""
