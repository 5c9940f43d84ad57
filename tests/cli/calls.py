"""A call of each command that answers, in a folder with a study and a rubric."""

FORMATTED = [
    ["score", "branches"],
    ["explain", "branches", "A.1"],
    ["check", "branches"],
    ["audit", "branches"],
    ["audit", "claims", "branches"],
    ["audit", "rules", "branches"],
    ["audit", "figures", "table.csv"],
    ["robustness", "branches"],
    ["robustness", "branches", "--apply", "A.1:down"],
    ["studies"],
    ["rubrics"],
    ["rubric", "show", "library"],
    ["rubric", "check", "library"],
    ["rubric", "table", "library", "A"],
    ["rubric", "diff", "library", "library"],
    ["verify", "branches.zip"],
]
