"""Qt widgets: they show, and ask."""
