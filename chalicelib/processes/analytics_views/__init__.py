"""The figures of a process as people read them."""
