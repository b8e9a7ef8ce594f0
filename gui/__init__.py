"""The window: shows and edits a scenario, computes nothing."""
