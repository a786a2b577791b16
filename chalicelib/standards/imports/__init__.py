"""Bringing packages of standards in: uploaded, checked, applied or discarded."""
