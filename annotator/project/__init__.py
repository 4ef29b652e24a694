"""What one can do with a project, for the command line and the window alike."""
