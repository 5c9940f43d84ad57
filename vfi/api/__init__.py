"""What `import vfi` offers: a function for each command, which does the same through the same code.

Each takes a study as it comes: its id or folder, the study that was loaded, or its scorecard. Each
returns the answer that the command prints, and nothing is printed. Where a command may write into
the study's `build/` folder by itself, its function writes where it is told.
"""
