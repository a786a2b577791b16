"""What a process says on paper, worded: finished report, email and template (P12, P13)."""
