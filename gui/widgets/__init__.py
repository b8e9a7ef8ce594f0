"""Parts that panels and views are built of; each knows only what it is told."""
