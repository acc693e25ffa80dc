"""What a user installs: the wheel carries the rules, and builds a ledger from any folder, far from a checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from conftest import ROOT
from ledger.native import fresh_twins

pytestmark = pytest.mark.slow
RULE_FILES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "rules").rglob("*") if path.suffix in (".toml", ".txt"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that is made from that sdist."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, env={**os.environ, "FACTLEDGER_NATIVE": "0"})
    return folder


def run(*command: object, **more: object) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, **more)  # type: ignore[call-overload]
    assert done.returncode == 0, done.stdout + done.stderr
    return str(done.stdout)


def test_the_wheel_holds_the_package_and_every_rule_file(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert sorted(name for name in names if name.startswith("ledger/rules/")) == sorted(f"ledger/{name}" for name in RULE_FILES)
    assert {"ledger/cli/__init__.py", "ledger/py.typed"} <= set(names)
    assert {name.split("/")[0] for name in names} == {"ledger", wheel.name.rpartition("-py3")[0] + ".dist-info"}


def test_a_wheel_without_compiled_twins_is_for_every_platform(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    assert wheel.name.endswith("-py3-none-any.whl")


@pytest.mark.skipif(not fresh_twins(ROOT / "build" / "native"), reason="no compiled twins of these sources: `make native` makes them")
def test_a_wheel_of_a_compiled_checkout_holds_its_twins_and_finds_them(tmp_path: Path) -> None:
    around = {**os.environ, "FACTLEDGER_NATIVE": "1"}
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, ROOT, env=around)
    (wheel,) = tmp_path.glob("*.whl")
    assert f"-cp{sys.version_info.major}{sys.version_info.minor}-" in wheel.name
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    program = "import ledger.extract.mentions as module; print(module.__file__)"
    told = run(sys.executable, "-c", program, cwd=tmp_path, env={**around, "PYTHONPATH": str(tmp_path / "site")})
    assert told.startswith(str(tmp_path / "site" / "ledger" / "_native" / "ledger" / "extract" / "mentions."))


def test_the_sdist_holds_the_rules_the_seeds_and_the_tests(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {*RULE_FILES, "tests/test_install.py", "README.md", "LICENSE", "Makefile", "requirements.txt"} <= names


def test_the_installed_wheel_builds_outside_a_checkout(built: Path, tmp_path: Path) -> None:
    place = tmp_path / "fresh"
    venv.create(place, with_pip=False)
    scripts = place / ("Scripts" if os.name == "nt" else "bin")
    (wheel,) = built.glob("*.whl")
    # the package itself is really installed; what it needs, pinned as it is, is lent by this environment
    run(sys.executable, "-m", "pip", "--python", scripts / "python", "install", "--quiet", "--no-deps", "--no-index", wheel)
    lent = sysconfig.get_path("purelib", vars={"base": place, "platbase": place})
    (Path(lent) / "lent.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    articles = tmp_path / "work" / "articles"
    articles.mkdir(parents=True)
    (articles / "dam.txt").write_text("Dam nears its end\n\nThe dam holds 35 million cubic metres of water.\n", encoding="utf-8")
    clean = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    around = {"cwd": tmp_path / "work", "env": {**clean, "FACTLEDGER_NO_CACHE": "1"}}
    where = run(scripts / "python", "-c", "import ledger, ledger.pack.files as f; print(ledger.__file__, f.built_in_folder())", **around)
    assert [Path(part).is_relative_to(place) for part in where.split()] == [True, True]
    run(scripts / "factledger", "build", "articles", "--out", "out", **around)
    claims = (tmp_path / "work" / "out" / "claims.csv").read_text(encoding="utf-8")
    assert ",35 million cubic metres,35000000,35000000,35000000,physical,meter ** 3," in claims
    assert "qualifiers/nearly" in run(scripts / "factledger", "rules", "list", **around)
