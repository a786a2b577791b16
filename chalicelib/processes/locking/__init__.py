"""Finishing a process for good (P13): close its classes, make its report, notify people."""
