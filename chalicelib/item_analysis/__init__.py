"""Item analysis: how a test and each of its items worked, from points alone.

Pure: it knows neither sheets nor students' names. Sums of classes add up, so a whole distribution
is analyzed without keeping students.
"""
