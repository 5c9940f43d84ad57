"""What a study is: a rubric applied to cases, read from a folder of plain text."""
