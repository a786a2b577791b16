"""Suppression in a Mastery Process: `chalicelib.suppression` for its rows and figures.

The terms are those of the US Department of Education. A group of fewer than five is hidden
(small-cell suppression). Figures from which people could calculate the group are hidden, too
(complementary suppression). All that different people can see of one process is taken together.
"""
