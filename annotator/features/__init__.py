"""What the window can do, one feature a file: each answers its commands and connects its widgets to the desk."""

import gc

# A window is some 60,000 objects that stay. Looking for garbage among them at every 700th, as Python does, is a tenth of the start.
gc.set_threshold(50_000)
