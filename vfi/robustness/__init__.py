"""How firm each rating is: what would overturn it, and what it would be if things were otherwise.

Each room answers some questions of a scorecard and explains its words by one example of three
cases, which begins in `search`:

- `search`: what are the fewest changes of judgements that move a rating (`flips`), and which
  ratings does the missing evidence leave possible (`bounds`)?
- `chance`: how likely is each rating if judgements may be one level off (`uncertainty`), and how
  often does it come out if the cases are drawn again (`bootstrap`)?
- `other`: what changes without one case, criterion, dimension, group, assessor or source
  (`leave-out`), under other rules (`rules`), other weights (`weights`) or another threshold for
  ties (`ties`)?

`examination` asks them all; `firmness` makes one order and one verdict of the flips, for every
output; `applying` scores a study again with changes; `words` and `document` say the answers, and
`limits` how much work a search may do. `grid` has the judgements by criterion, for all of them.
"""
