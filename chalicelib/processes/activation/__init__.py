"""Activation: a teacher gives a process's test to a class (P4, P5)."""
