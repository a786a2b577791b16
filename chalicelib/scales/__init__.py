"""Mastery levels and calculations: what every room with a score stands on."""
