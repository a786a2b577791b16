"""The district: its settings, who may sign in, and as what."""
