"""What a rubric implies that its author may not have meant: a module for each question asked of
it.
"""
