"""The tests of a process: attached, exchanged, taken off (P3, P9)."""
