"""`vfi score`: every rating of a study."""
