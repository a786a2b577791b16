"""Pre- and post-test side by side, as people read it."""
