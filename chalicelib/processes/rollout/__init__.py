"""Opening: a distribution opens a process in data teams, with its assessment as pre-test (P15)."""
