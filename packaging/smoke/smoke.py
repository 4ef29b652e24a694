"""Try a built program as a user without Python would: from a folder with Chinese characters and a space, on every system.

`python packaging/smoke/smoke.py dist/annotator [--window]` copies the folder (on macOS the .app) to a temporary place, then runs the command
line: version, sample project, PDF, candidates, export, check, learning; with `--window` also the window, until it holds the project. Its environment has
nothing of Python in it, and a PATH without programs of the user. It needs only Python's standard library.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PLACE = "试 用"
START_SECONDS = 60
SETTLED_SECONDS = 5
LEAST_MODEL = 1_000
# The whole of what a document with a text layer needs; readers mend the missing table of objects.
PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 100]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length 52>>stream
BT /F1 18 Tf 20 40 Td (A page with a text layer) Tj ET
endstream
endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
%%EOF
"""


def programs(folder: Path) -> Path:
    """Return the folder of the executables."""
    return folder / "Contents" / "MacOS" if folder.suffix == ".app" else folder


def environment(home: Path) -> dict[str, str]:
    """Return what an account without Python gives a program; only Windows and the screen need more than a home."""
    kept = ("SYSTEMROOT", "WINDIR", "COMSPEC", "TEMP", "TMP", "DISPLAY", "XAUTHORITY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR")
    found = {name: os.environ[name] for name in kept if name in os.environ}
    path = str(Path(os.environ["SYSTEMROOT"]) / "System32") if sys.platform == "win32" else "/nowhere"
    homes = {name: str(home) for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")}
    return {**found, **homes, "PATH": path, "LANG": "C.UTF-8"}


def answered(command: list[str | Path], where: Path, given: bytes = b"") -> bytes:
    """Run a command on what is `given` and return its standard output; end with all it said if it fails."""
    done = subprocess.run(
        [str(c) for c in command], cwd=where, env=environment(where), input=given, capture_output=True, check=False, timeout=300
    )
    if done.returncode != 0:
        sys.exit(f"{command}: exit {done.returncode}\n{done.stdout!r}\n{done.stderr.decode(errors='replace')}")
    return done.stdout


def said(command: list[str | Path], where: Path) -> str:
    """Run a command and return its standard output as text."""
    return answered(command, where).decode("utf-8", errors="replace")


def expect(condition: object, what: str) -> None:
    """Say that something is so, or end."""
    if not condition:
        sys.exit(f"smoke test: not so: {what}")
    print(f"ok: {what}", flush=True)


def try_command_line(annotator: Path, place: Path) -> Path:
    """Run the commands from sample project to export; return the project."""
    expect(said([annotator, "--version"], place).startswith("annotator, version "), "it starts and says its version")
    said([annotator, "demo", place / "样 例", "--no-window"], place)
    project = place / "样 例" / "demo.annot"
    before = json.loads(said([annotator, "status", project, "--json"], place))
    expect(
        before["articles"] > 0 and before["candidates"] > 0,
        f"the sample project: {before['articles']} articles, {before['candidates']} candidates",
    )
    (place / "一 页.pdf").write_bytes(PDF)
    said([annotator, "import", project, place / "一 页.pdf", "--whole"], place)
    after = json.loads(said([annotator, "status", project, "--json"], place))
    expect(after["articles"] == before["articles"] + 1, "a PDF is read")
    said([annotator, "suggest", project], place)
    out = place / "结 果.jsonl"
    said([annotator, "export", project, out, "--layer", "candidates"], place)
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    wrong = [s for line in lines for s in line["spans"] if line["text"][s["start"] : s["end"]] != s["text"]]
    expect(
        lines and not wrong, f"the export: {len(lines)} articles, {sum(len(line['spans']) for line in lines)} spans, every surface in place"
    )
    said([annotator, "check", project], place)
    expect(True, "the project is sound")
    # Equal sentences would teach once.
    taught = [
        [f"第{at}组推进产业扶贫，落实政策。", [[len(f"第{at}组推进"), len(f"第{at}组推进产业扶贫"), "INDUSTRY"]], []] for at in range(99)
    ]
    model = answered([annotator, "--module", "annotator.suggest.training", "40000"], place, json.dumps(taught).encode("ascii"))
    expect(len(model) > LEAST_MODEL, f"it learns from decisions: a model of {len(model)} bytes")
    return project


def try_window(window: Path, project: Path, place: Path) -> None:
    """Start the window and wait until it holds the project, then a little more; end it."""
    holder = project.with_name(f".{project.name}.holder")
    started = time.monotonic()
    process = subprocess.Popen([str(window), str(project)], cwd=place, env=environment(place))
    try:
        while not holder.exists() and process.poll() is None and time.monotonic() - started < START_SECONDS:
            time.sleep(0.05)
        expect(holder.exists(), f"the window holds the project after {time.monotonic() - started:.1f} s")
        time.sleep(SETTLED_SECONDS)
        expect(process.poll() is None, f"it is there {SETTLED_SECONDS} s later")
    finally:
        process.terminate()
        process.wait(timeout=30)


def main() -> None:
    """Copy the program to where it is hard, and try it there."""
    given = Path(sys.argv[1])
    suffix = ".exe" if sys.platform == "win32" else ""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as temporary:
        place = Path(temporary).resolve() / PLACE
        copy = place / f"一 个{given.suffix}"
        shutil.copytree(given, copy, symlinks=True)
        project = try_command_line(programs(copy) / f"annotator{suffix}", place)
        if "--window" in sys.argv:
            try_window(programs(copy) / f"annotator-window{suffix}", project, place)


if __name__ == "__main__":
    main()
