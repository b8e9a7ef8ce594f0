"""`make docs`: the pages of Isocost as files to read anywhere, without a server and without a script."""
