"""Trackers: one teacher's board for one class, with the standards it tracks."""
