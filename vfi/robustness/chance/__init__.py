"""How likely each rating is where judgements may be off, or where other cases might have been
studied.

The example is that of `vfi.robustness.search`: three cases, A.1 judged Good, Fair, Poor and A.2
Good, Good, insufficient evidence; A is rated Good, from a mean of 3/2.

**Error model**: how likely a judgement is to be one level off, independently of the others: 10%
unless something else is said, half of it upwards and half downwards; at an end of the scale all of
it goes inwards. So X on A.1 stays Good with 90% and is Fair with 10%; Y stays Fair with 90%, and is
Poor and Good with 5% each. Insufficient evidence stays insufficient evidence.

**Distribution**: the chance of each level of a node. A.1 is Poor only where X and Y are both off
downwards and Z is not off, 10% of 5% of 90%, which is 0.45%; it is Good with 0.45% as well, and
Fair with 99.1%. A.2 is Fair where X and Y are both off, 1%, and Good with 99%. A is Fair where A.1
is Poor, or is Fair while A.2 is Fair: 0.45% + 99.1% of 1%, which is 1.441%; it stays Good with
98.559%. That is *exact*: leaves are independent, so that chances multiply along a way and add up
over all ways, by the same pass over the tree that finds the fewest changes.

**Draw**: the judgements as they come out once, by chance. Where exact chances would take too long,
or a number of draws is asked for, ratings are made of so many draws from a seed, and a chance is
the share of the draws that have the level, with its standard error.

**Resample**: as many cases drawn again from among the cases, with replacement, each with all its
judgements as they are. Of the 27 equally likely draws from three cases, 23 leave A at Good; the 3
with Y once and Z twice make A.1 Poor and A Fair; Z three times leaves A.2 without a level and makes
A Poor. It shows how much hangs on which cases were looked at, and is no margin of error for others.
"""
