"""Assessments: the questions, the right answers, their points, and who may see them."""
