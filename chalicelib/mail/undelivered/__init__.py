"""Emails that wait, and those that did not arrive: what became of them, and what can be done."""
