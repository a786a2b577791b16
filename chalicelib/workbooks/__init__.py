"""Workbooks of spreadsheets (.xlsx): read as rows of text, and written from tables."""
