"""Accounts: which account of the user pool is which person's, and since when its tokens count."""
