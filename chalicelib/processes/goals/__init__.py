"""The goals that teachers set for their classes (P8)."""
