"""Scripts of developers that build the files under `resources`; the application never runs them."""
