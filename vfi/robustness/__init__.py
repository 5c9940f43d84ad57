"""How firm each rating is: what would overturn it, and what it would be if things were otherwise."""
