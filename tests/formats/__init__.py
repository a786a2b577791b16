"""Small files in the layouts of other products, and what is read of each."""
