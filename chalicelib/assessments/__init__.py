"""Assessments: what is asked, what is right, what it is worth, and who may see it."""
