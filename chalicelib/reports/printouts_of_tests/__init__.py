"""Tests on paper, as they are asked for."""
