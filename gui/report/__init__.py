"""A scenario as a document: pages of A4, from the headline figures to every assumption with its source."""
