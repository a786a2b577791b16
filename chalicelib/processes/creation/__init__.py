"""Beginning a Mastery Process: with or without a pre-test, from scratch or from a locked one."""
