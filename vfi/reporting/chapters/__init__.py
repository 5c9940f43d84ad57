"""The chapters of the report, a module for each kind: what its template shows."""
