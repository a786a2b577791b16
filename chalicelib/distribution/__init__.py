"""District distribution: handing one assessment to many trackers."""
