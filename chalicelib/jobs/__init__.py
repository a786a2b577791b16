"""Long work: one way to look at it, one queue that continues it, one tick for due work."""
