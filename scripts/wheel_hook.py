"""hatchling's hook: puts compiled twins into the wheel where a C compiler is; a plain wheel for every platform where none is."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TwinsHook(BuildHookInterface[Any]):
    """Asked by hatchling before it packs. FACTLEDGER_NATIVE=0 gives the plain wheel."""

    def dependencies(self) -> list[str]:
        """What an isolated build needs beside hatchling."""
        why = self._compiler().why_not()
        return ["mypy>=1.13", "setuptools"] if not why or "not installed" in why else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, unless the twins of the checkout are fresh; an editable install finds them in build/native by itself."""
        if version == "editable":
            return
        compiler, folder = self._compiler(), Path(self.root) / "build" / "native"
        why = compiler.why_not()
        if not why and not compiler.load_native().fresh_twins(folder, Path(self.root) / "ledger"):
            why = compiler.compile_twins(folder)
        if why:
            self.app.display_warning(f"{why}: {compiler.PLAIN}.")
            return
        build_data["force_include"][str(folder)] = "ledger/_native"
        build_data["pure_python"], build_data["infer_tag"] = False, True

    def _compiler(self) -> ModuleType:
        """scripts/native.py."""
        spec = importlib.util.spec_from_file_location("factledger_native_build", Path(self.root) / "scripts" / "native.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[spec.name] = module
        spec.loader.exec_module(module)
        return module
