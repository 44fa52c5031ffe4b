"""A catalogue read from its compiled form is the one that was compiled; a cache saves time and
changes nothing.
"""

from __future__ import annotations

import os
import shutil
import stat
import sys
from pathlib import Path

import pytest
from msgspec import DecodeError
from msgspec.structs import asdict
from paths import CATALOGUES, SMALL
from program import call, run, small_catalogue
from refused import INVALID

from pmo_path.catalogue import cache
from pmo_path.catalogue.compiled import decode_catalogue, encode_catalogue
from pmo_path.catalogue.load import (
    PACKAGE,
    catalogue_from_files,
    data_directory,
    load_catalogue,
    read_files,
)

VALID = [*sorted((CATALOGUES / "valid").iterdir()), *sorted((CATALOGUES / "clean").iterdir())]
ADVISE = (
    "advise",
    "--level",
    "analyst",
    "--pmo-type",
    "tactical",
    "--as-of",
    "2026-11-22",
    "--json",
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of this test alone; and every load returns what it read."""
    monkeypatch.setattr("pmo_path.catalogue.load._same", lambda catalogue: catalogue)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    return tmp_path / "home" / "pmo-path"


@pytest.mark.parametrize(
    "directory", [None, *VALID], ids=lambda path: path.name if path else "shipped"
)
def test_what_is_compiled_is_read_back_as_it_was(directory: Path | None, tmp_path: Path) -> None:
    whole = small_catalogue(tmp_path / "catalogue", directory) if directory else data_directory()
    catalogue = catalogue_from_files(read_files(whole))
    text = encode_catalogue(catalogue)
    assert asdict(decode_catalogue(text)) == asdict(catalogue)
    assert encode_catalogue(decode_catalogue(text)) == text  # the order of what is indexed too


@pytest.mark.parametrize("text", [b"", b"{}", b"[]", b'{"low":1,"high":2}', b"\xff"])
def test_what_is_no_compiled_catalogue_is_refused(text: bytes) -> None:
    with pytest.raises(DecodeError):
        decode_catalogue(text)


def test_a_catalogue_is_compiled_once(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load_catalogue()
    kept = list(home.iterdir())
    assert [one.suffix for one in kept] == [".json"]
    monkeypatch.setattr("pmo_path.catalogue.load.catalogue_from_files", {}.__getitem__)
    assert asdict(load_catalogue()) == asdict(first)
    before = kept[0].stat()
    assert run(*ADVISE).code == 0  # nor in another process
    assert [one.stat().st_ino for one in home.iterdir()] == [before.st_ino]


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"sha256:0 0\n{}", None])
def test_a_damaged_cache_is_ignored_and_made_again(damage: bytes | None, home: Path) -> None:
    first = load_catalogue(SMALL)
    (kept,) = home.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(whole.replace(b"analyst", b"analysT", 1) if damage is None else damage)
    assert asdict(load_catalogue(SMALL)) == asdict(first)
    assert kept.read_bytes() == whole


def test_the_cache_of_another_catalogue_is_ignored(home: Path, tmp_path: Path) -> None:
    small = load_catalogue(small_catalogue(tmp_path / "small"))
    (kept,) = home.iterdir()
    other = kept.read_bytes()
    shipped = load_catalogue()
    (path,) = (one for one in home.iterdir() if one != kept)
    path.write_bytes(other)
    assert asdict(load_catalogue()) == asdict(shipped) != asdict(small)


def test_a_change_of_the_catalogue_is_not_missed(tmp_path: Path) -> None:
    target = small_catalogue(tmp_path / "catalogue")
    before = load_catalogue(target)
    path = target / "sources.yaml"
    path.write_bytes(path.read_bytes().replace(b"2026-", b"2025-"))
    assert load_catalogue(target).digest != before.digest


KEPT = (b"ids", b"whole")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the program that has kept a catalogue: what it kept is KEPT."""
    copy = shutil.copytree(
        PACKAGE, tmp_path / "package", ignore=shutil.ignore_patterns("__pycache__")
    )
    cache.store("fingerprint", *KEPT, copy)
    assert cache.find("fingerprint", copy) == KEPT
    return copy


FILES = sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))


def test_a_change_of_a_module_anywhere_is_not_missed(package: Path) -> None:
    assert {Path("__init__.py"), Path("catalogue/cache.py"), Path("reports/__init__.py")} < set(
        FILES
    )
    for name in {name.parent: name for name in FILES}.values():  # one of each package
        before = (package / name).stat()
        os.utime(package / name, ns=(0, 0))
        assert cache.find("fingerprint", package) is None, name
        os.utime(package / name, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert cache.find("fingerprint", package) == KEPT


def test_a_module_more_or_less_is_not_missed(package: Path) -> None:
    new = package / "deep" / "down" / "new.py"
    new.parent.mkdir(parents=True)
    new.write_text("")
    assert cache.find("fingerprint", package) is None
    new.unlink()
    assert cache.find("fingerprint", package) == KEPT
    (package / "catalogue" / "build.py").unlink()
    assert cache.find("fingerprint", package) is None


def test_what_python_compiles_is_no_change(package: Path) -> None:
    (package / "__pycache__").mkdir()
    (package / "__pycache__" / "errors.pyc").write_text("")
    assert cache.find("fingerprint", package) == KEPT


def test_the_state_of_a_wheel_is_its_version(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (package / "data").mkdir()  # as a wheel has it
    assert cache.find("fingerprint", package) is None
    cache.store("fingerprint", *KEPT, package)
    os.utime(package / "catalogue" / "build.py", ns=(0, 0))
    assert cache.find("fingerprint", package) == KEPT
    monkeypatch.setattr("pmo_path.__version__", "0.0.0")
    assert cache.find("fingerprint", package) is None


@pytest.mark.parametrize("directory", INVALID[:3], ids=lambda path: path.name)
def test_what_is_refused_is_not_kept(directory: Path, home: Path, tmp_path: Path) -> None:
    for _ in range(2):
        done = call(*ADVISE, "--catalogue", small_catalogue(tmp_path / "catalogue", directory))
        assert (done.code, done.out) == (3, "")
    assert not home.exists()


def test_a_relative_cache_directory_is_ignored(tmp_path: Path) -> None:
    env = {"XDG_CACHE_HOME": "here", "HOME": str(tmp_path / "home")}
    assert run(*ADVISE, "--catalogue", SMALL, env=env, cwd=tmp_path).code == 0
    assert [one.suffix for one in (tmp_path / "home" / ".cache" / "pmo-path").iterdir()] == [
        ".json"
    ]
    assert not (tmp_path / "here").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pwd")
def test_without_a_home_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pwd.getpwuid", {}.__getitem__)  # nobody is known to the system
    for variable in ("HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.chdir(tmp_path)
    cache.store("fingerprint", "ids", "whole", PACKAGE)
    assert cache.find("fingerprint", PACKAGE) is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no limit can be set on a file")
def test_a_full_disk_keeps_nothing(home: Path) -> None:
    import resource

    _, most = usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, most))
    try:
        load_catalogue(SMALL)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert list(home.iterdir()) == []


def test_few_catalogues_are_kept_and_those_in_use_among_them(home: Path, tmp_path: Path) -> None:
    load_catalogue(SMALL)
    (used,) = home.iterdir()
    target = small_catalogue(tmp_path / "catalogue")
    path = target / "sources.yaml"
    for number in range(cache.MOST + 3):
        path.write_bytes(path.read_bytes() + f"# {number}\n".encode())
        load_catalogue(target)
        assert used.exists()
        for file in home.iterdir():  # a clock may be too coarse to tell them apart
            os.utime(file, ns=(0, file.stat().st_mtime_ns - 10**9))
        load_catalogue(SMALL)
    assert len(list(home.iterdir())) == cache.MOST


@pytest.mark.skipif(sys.platform == "win32", reason="there is no /dev/null")
def test_without_a_cache_the_answer_is_the_same(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=stat.S_IRUSR | stat.S_IXUSR)
    quick = (*ADVISE, "--catalogue", SMALL)
    answers = {
        run(*quick, env={"XDG_CACHE_HOME": str(where)}, cwd=tmp_path).out
        for where in (closed, "/dev/null")
    }
    again = [run(*quick, cwd=tmp_path) for _ in range(2)]
    assert {one.out for one in again} == answers
    assert {one.err for one in again} == {""}
    assert len(answers) == 1
