"""Finishing a process for good (P13): its classes are closed, its report made, people told."""
