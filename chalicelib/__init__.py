"""Plumbline: what runs in Lambda. See docs/architecture.md for the map.

A folder of it may lie in a layer (`infra/layer.py`), beside the libraries that it needs.
"""

import sys

__path__ += [f"{each}/{__name__}" for each in sys.path if each]
