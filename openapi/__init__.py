"""Describes the API for others: the OpenAPI document and the page for people, as files.

Nothing here ships. `python -m openapi FOLDER` writes what a stack serves; packaging does so.
"""
