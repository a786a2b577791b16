"""The papers of a process, in words: finished report, email and template (P12, P13)."""
