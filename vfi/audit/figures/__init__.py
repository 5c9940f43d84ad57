"""Printed tables of counts and percentages: whether their figures can all be right."""
