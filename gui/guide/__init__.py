"""What leads through the window: effects of a change, history, hints, questions, help."""
