"""Mastery: levels and cut scores, six calculations, the grid and its class summary."""
