"""Fixtures that the tests share."""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import signal
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import Phase, settings

from pmo_path.catalogue import cache
from pmo_path.catalogue.load import (
    PACKAGE,
    cache_entry,
    data_directory,
    fingerprint_of,
    load_catalogue,
    read_files,
)
from pmo_path.model.catalogue import Catalogue

# What helpers assert is told as well as what tests do.
_SUPPORT = Path(__file__).with_name("support")
pytest.register_assert_rewrite(*(module.stem for module in _SUPPORT.glob("*.py")))

# What one run keeps, for all its workers and the programs that they start: compiled catalogues, and
# bytecode where it is not to lie beside the source. The first process makes it and takes it away.
_KEPT = "PMO_PATH_TESTS_KEPT"
if _KEPT not in os.environ:
    os.environ[_KEPT] = tempfile.mkdtemp(prefix="pmo-path-tests-")
    atexit.register(shutil.rmtree, os.environ[_KEPT], ignore_errors=True)
os.environ["XDG_CACHE_HOME"] = str(Path(os.environ[_KEPT], "cache"))
if os.environ.pop("PYTHONDONTWRITEBYTECODE", None):
    os.environ["PYTHONPYCACHEPREFIX"] = str(Path(os.environ[_KEPT], "bytecode"))

# As in the program: nearly all that a run makes is remembered to its end.
gc.set_threshold(200_000, 50, 100)

# The same examples on every run, so that a failure is never a matter of luck; in the line of the
# README a quarter of them, see tests/support/tried.py. To look for new ones:
# pytest --hypothesis-profile=explore
settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("quick", deadline=None, derandomize=True, max_examples=25)
settings.register_profile("explore", deadline=None)
# A mutant is killed by the first example that fails, not by the smallest, and there are thousands
# of them.
settings.register_profile(
    "mutation",
    deadline=None,
    derandomize=True,
    max_examples=25,
    phases=(Phase.explicit, Phase.generate),
)
settings.load_profile("quick")

# A shell that runs the tests in the background has them ignore SIGINT, and so would every program
# they start.
signal.signal(signal.SIGINT, signal.default_int_handler)

# nohup has them ignore SIGHUP likewise. A handler that does nothing keeps the run alive, and is not
# inherited; the workers of xdist are programs that a run starts, so they are told.
_NOHUP = "PMO_PATH_TESTS_NOHUP"
if hasattr(signal, "SIGHUP") and (
    signal.getsignal(signal.SIGHUP) is signal.SIG_IGN or _NOHUP in os.environ
):
    os.environ[_NOHUP] = "1"
    signal.signal(signal.SIGHUP, lambda *_: None)


def pytest_sessionfinish() -> None:
    """Skip the collections at exit, as the program does: they take seconds in each process."""
    gc.freeze()


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The shipped catalogue."""
    return load_catalogue()


@pytest.fixture
def cached(catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache that has the shipped catalogue, whatever other tests do to theirs."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    files = read_files(data_directory())
    cache.store(fingerprint_of(files), *cache_entry(catalogue), PACKAGE)


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Catalogue]:
    """Make a small catalogue of some certifications."""
    from small import made  # not before the cache of this run is set

    return lambda *certifications, **lists: made(
        tmp_path / str(len(list(tmp_path.iterdir()))), *certifications, **lists
    )
