"""Every profile that the inputs of a node can have, and the rating of each, many at a time and
still exact.
"""
