"""How likely each rating is where judgements may be off, or where other cases might have been
studied.
"""
