"""The history: every act's record of the person, the change and the time."""
