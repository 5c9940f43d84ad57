"""The terminal: what is printed, how it is laid out, and how the program leaves it."""
