"""What Plumbline costs: `python -m bench [--json] [--only cold,warm,deliver]`."""
