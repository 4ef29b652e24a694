"""What rounds are called."""

MAIN, PILOT, RETEST = "main", "pilot", "retest"
# In this round an adjudicator decides between what the others found.
GOLD = "gold"
