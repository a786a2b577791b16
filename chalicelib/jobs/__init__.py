"""Long work: one way to look at it, one queue that carries it on, one tick for what is due."""
