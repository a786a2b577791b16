"""What a process says on paper, worded: finished report, e-mail and template (P12, P13)."""
