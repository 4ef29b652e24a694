"""The open project without widgets: the open article, undo, navigation, settings."""
