"""Who changed what, and when: the records that every act leaves, to be read."""
