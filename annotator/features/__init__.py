"""What the window can do, one feature a file: each answers its commands and connects its widgets to the desk."""
