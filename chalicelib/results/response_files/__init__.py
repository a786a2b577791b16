"""Responses that come from files: read, mapped to students and items, entered into a sheet."""
