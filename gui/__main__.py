"""`python -m gui`: the same as `isocost`."""

from gui.app import main

# Processes that a command starts import this file again.
if __name__ == "__main__":
    raise SystemExit(main())
