"""Compiles the hot modules of extraction with mypyc: `make native`, `make ledger` (once), and each wheel where a C compiler is.

    python scripts/native.py [--if-missing] [--out build/native]

What comes out is one shared library, a small module for each source, and native.json, by which ledger/native.py finds them and
knows of what sources they were made. Without a compiler, or with FACTLEDGER_NATIVE=0, nothing is written, the exit code is 0, and
extraction runs as plain Python with the same results.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SUFFIX = str(sysconfig.get_config_var("EXT_SUFFIX"))
PLAIN = "extraction runs as plain Python (the same results at about half the speed)"

COLD = frozenset(("__init__", "extractor", "units"))
"""Modules of ledger/extract that would gain nothing. Lexicons are made once, but looked into all the time."""
ALSO = tuple(f"ledger/sources/{name}.py" for name in "contents cues languages lines paragraphs sections sentences stamps tokens".split())
TYPES = """[mypy]
[mypy-pint.*,platformdirs.*,regex.*,pyarrow.*,datasketch.*,distributed.*]
follow_imports = skip
ignore_missing_imports = True
"""
"""No types of libraries that the twins do not call: reading pint's alone takes longer than all the rest."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Compiles where it is needed and can be done, and says in a line what it did."""
    parser = argparse.ArgumentParser(prog="python scripts/native.py", description="Compile the hot modules of extraction.")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "native", help="where the twins go (default: build/native)")
    parser.add_argument("--if-missing", action="store_true", help="leave twins of older sources alone, and say so")
    options = parser.parse_args(arguments)
    native = load_native()
    if native.fresh_twins(options.out, ROOT / "ledger"):
        return 0
    if options.if_missing and (options.out / native.MANIFEST).exists():
        print(f"The sources have changed since they were compiled: {PLAIN}. `make native` compiles them anew.")
        return 0
    reason = why_not()
    if not reason:
        started = time.monotonic()
        print("Compiling extraction (about a minute; once).", flush=True)
        reason = compile_twins(options.out)
        took = f"Compiled in {time.monotonic() - started:.0f} s."
    print(f"{reason}: {PLAIN}." if reason else took)
    return 0


def why_not() -> str:
    """What is missing for compiling, in a few words; "" where nothing is."""
    if os.environ.get("FACTLEDGER_NATIVE") == "0":
        return "FACTLEDGER_NATIVE=0"
    compiler = (os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc").split()[0]
    if os.name != "nt" and shutil.which(compiler) is None:
        return f"No C compiler ({compiler}) was found"
    if not (Path(sysconfig.get_path("include")) / "Python.h").exists():
        return "Python's C headers (python3-dev) were not found"
    missing = [name for name in ("mypyc", "setuptools") if importlib.util.find_spec(name) is None]
    return f"{' and '.join(missing)} not installed" if missing else ""


def compile_twins(out: Path) -> str:
    """Puts fresh twins in a folder, in place of what was there; "" or, where that failed, why."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".native-") as place:
        work, made = Path(place), Path(place) / "made"
        run = subprocess.run(
            [sys.executable, str(Path(__file__).resolve()), "--worker", str(work)],
            cwd=ROOT, capture_output=True, text=True, errors="replace", check=False,
        )  # fmt: skip
        if run.returncode != 0 or not made.is_dir():
            told = [line for line in (run.stdout + run.stderr).splitlines() if line.strip()]
            return f"Compiling failed ({told[-1] if told else f'exit code {run.returncode}'})"
        native = load_native()
        files = {name_of(path.relative_to(made)): path.relative_to(made).as_posix() for path in sorted(made.rglob(f"*{SUFFIX}"))}
        told_of = {"digest": native.source_digest(ROOT / "ledger"), "suffix": SUFFIX, "files": files}
        (made / native.MANIFEST).write_text(json.dumps(told_of, indent=1) + "\n", encoding="utf-8")
        if out.exists():
            out.rename(work / "old")
        made.rename(out)
    return ""


def name_of(path: Path) -> str:
    """The module that a library is."""
    return path.as_posix().removesuffix(SUFFIX).replace("/", ".")


def load_native() -> object:
    """ledger/native.py, without importing the package: a build has none of its libraries."""
    spec = importlib.util.spec_from_file_location("native_twins", ROOT / "ledger" / "native.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def hot_modules() -> list[str]:
    """The sources to compile, as paths from the root."""
    extract = sorted((ROOT / "ledger" / "extract").glob("*.py"))
    return [path.relative_to(ROOT).as_posix() for path in extract if path.stem not in COLD] + list(ALSO)


def work(place: Path) -> None:
    """mypyc and the C compiler, in a process of their own: both write to the console and end the process where they fail."""
    from mypyc.build import mypycify
    from setuptools import Distribution, Extension
    from setuptools.command.build_ext import build_ext

    class ParallelBuild(build_ext):
        """Compiles the C files of the one large library on all cores."""

        def build_extension(self, ext: Extension) -> None:
            def compiled(source: str) -> str:
                found = self.compiler.compile(
                    [source], output_dir=self.build_temp, include_dirs=ext.include_dirs, extra_postargs=ext.extra_compile_args,
                )  # fmt: skip
                return str(found[0])

            with ThreadPoolExecutor(os.cpu_count() or 1) as cores:
                objects = list(cores.map(compiled, ext.sources))
            self.compiler.link_shared_object(objects, self.get_ext_fullpath(ext.name), extra_postargs=ext.extra_link_args)

    from native_sources import write_sources

    write_sources(ROOT / "ledger", place / "sources" / "ledger")
    os.chdir(place / "sources")
    (place / "types.ini").write_text(TYPES, encoding="utf-8")
    options = ["--config-file", str(place / "types.ini"), "--cache-dir", str(place / "types"), *hot_modules()]
    extensions = mypycify(options, opt_level="1", debug_level="0", multi_file=True, target_dir=str(place / "c"), group_name="ledger_native")
    build = ParallelBuild(Distribution({"name": "ledger-native", "ext_modules": extensions}))
    build.build_lib, build.build_temp = str(place / "made"), str(place / "objects")
    build.ensure_finalized()
    build.run()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--worker"]:
        work(Path(sys.argv[2]))
    else:
        sys.exit(main())
