"""Trackers for many classes at once."""
