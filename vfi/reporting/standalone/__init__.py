"""A page that stands alone: opening it fetches nothing, runs nothing and sends nothing, whoever
wrote its template.
"""
