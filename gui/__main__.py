"""`python -m gui`: the same as `isocost`."""

from gui.app import main

raise SystemExit(main())
