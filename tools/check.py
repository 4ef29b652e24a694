"""Every check of the project, in one command: `python tools/check.py`, or only some: `python tools/check.py style types`."""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
_BIN = Path(PYTHON).parent

CHECKS: dict[str, list[list[str]]] = {
    "style": [[PYTHON, "-m", "ruff", "check", "."], [PYTHON, "-m", "ruff", "format", "--check", "."]],
    "types": [[PYTHON, "-m", "mypy"], [PYTHON, "-m", "mypy", "tools", "packaging"]],
    "layers": [[str(_BIN / "lint-imports")]],
    "words": [[PYTHON, "tools/translations.py", "check"]],
    "tests": [[PYTHON, "-m", "pytest", "--numprocesses", "auto", "--cov", "--cov-report", "term:skip-covered"]],
}


def main(wanted: list[str]) -> int:
    """Run the checks named, or all; return 0 if every one passed."""
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    environment["PATH"] = f"{_BIN}{os.pathsep}{environment.get('PATH', '')}"
    failed = []
    for name, commands in CHECKS.items():
        if wanted and name not in wanted:
            continue
        for command in commands:
            print(f"== {name}: {' '.join(Path(part).name if part == PYTHON else part for part in command)}", flush=True)
            began = time.monotonic()
            code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
            print(f"== {name}: {'passed' if code == 0 else 'FAILED'} in {time.monotonic() - began:.0f} s", flush=True)
            if code:
                failed.append(name)
    print(f"== failed: {', '.join(dict.fromkeys(failed))}" if failed else "== all checks passed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
