"""What every test stands on: no screen, and Hypothesis without a stopwatch."""

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A slow machine is not a failing test.
settings.register_profile("annotator", deadline=None)
settings.load_profile("annotator")
