"""What stands around the views: inputs, headline figures, inspector."""
