"""Tests that people of data teams have not activated: who and since when, and reminding them."""
