"""Corrections: keys, points and cut scores changed after results exist, and what that moves."""
