"""Items from QTI packages: read without trust, imported into a draft, every loss named."""
