"""A fixed piece of work, timed beside every benchmark: how quick this machine is at this moment."""

import time


def calibrator() -> float:
    """Return the milliseconds that a fixed piece of pure Python takes here and now."""
    began = time.perf_counter()
    sum(i * i for i in range(200_000))
    return (time.perf_counter() - began) * 1000
