"""What a rubric is: the scale, the dimensions and criteria with their standards, and how levels
combine.
"""
