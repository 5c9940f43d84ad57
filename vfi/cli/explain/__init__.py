"""`vfi explain`: why a rating is what it is."""
