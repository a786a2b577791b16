"""A class's row in a process: its students' totals, until the lock closes it."""
