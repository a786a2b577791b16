"""`make collections`: what becomes of whole folders of QTI, and whether the scores are the same."""
