"""The parts of a rubric, as they stand in `rubric.yaml`."""
