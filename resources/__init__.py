"""Data files that ship with Isocost: catalogue, scenarios, icons, themes."""
