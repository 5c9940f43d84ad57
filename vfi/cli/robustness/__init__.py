"""`vfi robustness`: how firm each rating is."""
