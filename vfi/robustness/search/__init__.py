"""The fewest changes of judgements that make a rating another one, and what missing evidence leaves
open.

One example runs through the three rooms of robustness. Three cases, X, Y and Z, are judged on two
criteria of one dimension, on the scale Poor 0, Fair 1, Good 2; every step is a mean of ratings that
takes ties up, and insufficient evidence is left out:

    |         | X    | Y    | Z            | mean | rating |
    | A.1     | Good | Fair | Poor         | 1    | Fair   |
    | A.2     | Good | Good | insufficient | 2    | Good   |
    | A       |      |      |              | 3/2  | Good   |
    | overall |      |      |              | 2    | Good   |

A hurdle caps the overall rating at Fair where A.1 is Poor; it is not triggered.

**Flip**: what it takes to move a rating in one direction, in the fewest *steps* (one judgement, one
level) and in the fewest *judgements* (any number of levels). A comes down to Fair with 2 steps, Y
from Fair to Poor and X from Good to Fair on A.1, or with 1 judgement, X from Good to Poor. It is at
the top of its scale, so that nothing moves it up.

**Leaf**: a node that cases are judged on, here A.1 and A.2. **Column**: the judgements of a leaf,
sorted by level. **Count vector**: how many of them are at each level, the lowest first: (1, 1, 1)
for A.1 and (0, 0, 2) for A.2. A rule for judgements looks at no more than that, so that a search
goes through count vectors and not through sets of changes.

**Reach**: the results that changes can bring a leaf to, each at its least cost: A.1 is Fair at no
cost, Poor at 2 steps and Good at 2; A.2 is Good at no cost, Fair at 2 steps and Poor at 4.

**Way**: the cheapest way found to something that can be seen of a node, with what becomes of each
leaf on it. Costs add up over leaves: of the ways to A at Fair, one takes A.1 to Poor and leaves A.2
as it is, for 2 steps; one leaves A.1 as it is and takes A.2 to Fair, for 2 steps.

**Memory**: what a rule has to remember of the children that it has taken in. A mean remembers how
many have a level and their sum, so that A.1 Fair with A.2 Good and A.1 Good with A.2 Fair are one
state, of which the cheaper way is kept: 0 steps instead of 4.

**Watching**: the rubric with what its hurdles look at. **Tally**: the part of that which a node
adds, as counts to be added up on the way to the node that is limited. The hurdle of the example
watches A.1: its tally is 1 where A.1 is Poor and 0 where it is not, and so overall comes down to
Fair by the same 2 steps, whatever A would be.

**Scope**: the part of the rubric to go through to know a node. A hurdle that looks only below the
node that it limits, as here, asks for one pass over all nodes; one that looks beside it doubles the
passes: it is supposed to be triggered, and supposed not to be.

The same search tells the *bounds*: the judgement that is missing on A.2 takes each level at no
cost. If Z were Poor, A.2 would be Fair, and A and overall with it; otherwise all stay Good. So A.2,
A and overall would be Fair or Good, and A.1 is Fair whatever was missing.
"""
