"""Suppression in a Mastery Process: what `chalicelib.suppression` hides of its rows and figures.

The terms are those of the US Department of Education: a group of fewer than five is hidden
(small-cell suppression), and so is whatever would let the group be calculated (complementary
suppression). All that different people can see of one process is taken together.
"""
