"""Growth, as people read it."""
