"""Acts on a delivered distribution: recall, restore, add trackers, keep it up to date."""
