"""Is a rating right: what an auditor asks of a study and of its report."""
