"""The demonstration: a district loaded through the public API, two distributions, and the proof."""
