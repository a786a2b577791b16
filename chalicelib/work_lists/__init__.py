"""The work that waits for a person: the first screen, and nothing else."""
