"""What every test stands on: no screen, and Hypothesis without a stopwatch."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from hypothesis import settings

from annotator.project.creating import new_project
from annotator.project.demo import make_demo

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A slow machine is not a failing test, and the same code has the same examples: a change is not refused for what it did not do.
# HYPOTHESIS_PROFILE=explore looks for new ones.
settings.register_profile("annotator", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "annotator"))

NOBODY = 65_534


@pytest.fixture(scope="session")
def empty_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed project without pages; to be copied, not to be written."""
    path = tmp_path_factory.mktemp("empty") / "study.annot"
    new_project(path, title="清溪扶贫报道").close()
    return path


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The closed sample project; to be read or copied, not to be written."""
    return make_demo(tmp_path_factory.mktemp("sample")).project


@pytest.fixture
def unprivileged() -> Callable[[], AbstractContextManager[None]]:
    """Return what makes root, who may do everything, nobody for a while."""

    @contextmanager
    def nobody() -> Iterator[None]:
        if os.geteuid() != 0:
            yield
            return
        os.seteuid(NOBODY)
        try:
            yield
        finally:
            os.seteuid(0)

    return nobody
