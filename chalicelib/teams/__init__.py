"""Data teams: who works together, who leads, and the levels that a team speaks of."""
