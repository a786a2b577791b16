"""Previews of a class's mastery with other levels or another calculation."""
