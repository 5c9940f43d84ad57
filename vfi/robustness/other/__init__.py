"""Each rating if one thing were otherwise: without a case or criterion, under other rules, weights
or ties.

The example is that of `vfi.robustness.search`: three cases, A.1 judged Good, Fair, Poor and A.2
Good, Good, insufficient evidence; A.1 is rated Fair, A.2, A and overall Good.

**Left out**: the ratings without one thing, as if it had never been there. Without X, or without Y,
every rating is as it is; without Z, A.1 is Good. Without A.1 nothing changes; without A.2, A and
overall are Fair.

**Alternative**: the ratings under one other rule, for a node *alone* (its own rule is another, all
else as it is) and *throughout* (it is the rule of every step). With ties down A alone is Fair, for
its mean of 3/2 lies half way; with the worst of all A alone is Fair, and throughout Poor. *Pooled*
judgements are averaged at once: 7 over 5 judgements make A Fair. Of the 11 other rules that suit A,
4 give it the rating that it has: that is their *agreement*.

**Acceptability**: the share of all weightings of what is below a node under which it has each
level. A is Good where A.1, the lower one, has no more than half of the weight: 50% of the
weightings make it Good, 50% Fair.

**Tie threshold**: how far above the lower of two levels a value has to come to be taken to the
higher one; half way, 1/2, is usual. A lies half way between Fair and Good and was taken up, and no
value was taken down, so that every rating stays for thresholds from 0 up to and including 1/2.
"""
