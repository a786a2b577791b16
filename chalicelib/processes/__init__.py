"""The Mastery Process: one cycle of a data team, from pre-test to locked report."""
