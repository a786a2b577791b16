"""Benchmarks of Plumbline: `python -m bench [--json] [--only cold,warm,deliver]`."""
