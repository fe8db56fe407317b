"""Check damaged sources again and again, as `check FILE` does: `python tests/robustness/fuzz.py COUNT SEED`.

Prints one line of JSON about each file that made more than a finding or a failure in plain words: that is the list
of our own faults, which should be empty; then one line with totals. The test beside this file runs it.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import io
import json
import random
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).resolve().parents[2] / "scripts"), str(Path(__file__).resolve().parents[1])]

from robustness.mutations import damaged

import sources
from checks.findings import as_text, in_order
from checks.suite import check_sources
from course import Course
from failures import Failure
from project import DOCS

# The course is too large to be read two thousand times: a part of it with everything that a course has.
PART, CHAPTERS = "relationships", ("loyalty", "satisfaction")


def small_course(docs: Path) -> list[Path]:
    """Write two chapters of the real course with their share of the data files below `docs`; return its files."""
    import yaml

    full = Course.load(DOCS)
    for slug in CHAPTERS:
        chapter = next(chapter for chapter in full.syllabus.chapters if chapter.slug == slug)
        for page in full.chapter_pages(chapter):
            (docs / page.path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(DOCS / page.path, docs / page.path)
    data = yaml.safe_load((DOCS / "syllabus.yml").read_text(encoding="utf-8"))
    data["parts"] = [part for part in data["parts"] if part["slug"] == PART]
    data["parts"][0]["chapters"] = [c for c in data["parts"][0]["chapters"] if c["slug"] in CHAPTERS]
    _write(docs / "syllabus.yml", yaml.safe_dump(data, allow_unicode=True, sort_keys=False))
    pages = {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")}
    terms = [t for t in yaml.safe_load((DOCS / "glossary.yml").read_text(encoding="utf-8")) if t["page"] in pages]
    _write(docs / "glossary.yml", yaml.safe_dump(terms, allow_unicode=True, sort_keys=False))
    kept = yaml.safe_load((DOCS / "addresses.yml").read_text(encoding="utf-8"))["pages"]
    moved = {f"{PART}/old.md": f"{PART}/loyalty.md", f"{PART}/loyalty.md#old": f"{PART}/satisfaction.md"}
    addresses = {"moved": moved, "pages": {page: ids for page, ids in kept.items() if page in pages}}
    _write(docs / "addresses.yml", yaml.safe_dump(addresses, allow_unicode=True, sort_keys=False))
    key = yaml.safe_load((DOCS / "answer-key.yml").read_text(encoding="utf-8"))
    key = {id_: entry for id_, entry in key.items() if entry["proof"].partition("#")[0] in pages}
    _write(docs / "answer-key.yml", yaml.safe_dump(key, allow_unicode=True, sort_keys=False))
    return sorted(path for path in docs.rglob("*") if path.is_file())


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="\n")


def state(files: list[Path]) -> str:
    """Return a hash of the names and contents of `files`."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def one(files: list[Path], target: Path, data: bytes) -> str:
    """Check the course with `data` as `target` and return what came of it: clean, findings or failure.

    Raises:
        Exception: whatever our code did not foresee.
    """
    target.write_bytes(data)
    before = state(files)
    try:
        with contextlib.redirect_stderr(io.StringIO()):
            found, _ = check_sources(sources.load_course())
    except Failure as failure:
        assert "Traceback" not in str(failure)
        assert len(str(failure)) < 2000, "a failure nobody can read"
        result = "failure"
    else:
        assert as_text(in_order(found))
        result = "findings" if found else "clean"
    assert state(files) == before, "a source file was changed"
    return result


def main() -> int:
    """Run the mutations that the command line asks for. Returns 1 when one of them found a fault of ours."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("seed", type=int)
    options = parser.parse_args()
    results: Counter[str] = Counter()
    slowest, faults = (0.0, ""), 0
    with tempfile.TemporaryDirectory() as folder:
        docs = Path(folder) / "docs"
        files = small_course(docs)
        sources.DOCS = docs
        for number in range(options.count):
            rng = random.Random(f"{options.seed}-{number}")
            target = rng.choice(files)
            sound = target.read_bytes()
            data, how = damaged(sound, rng)
            name = f"{options.seed}-{number} {target.name} {how}"
            print(name, file=sys.stderr, flush=True)  # the last one printed is the one that hangs
            start = time.perf_counter()
            try:
                results[one(files, target, data)] += 1
            except Exception:
                faults += 1
                print(json.dumps({"mutation": name, "error": traceback.format_exc()}, ensure_ascii=False), flush=True)
            slowest = max(slowest, (time.perf_counter() - start, name))
            target.write_bytes(sound)
    seconds, name = slowest
    print(json.dumps({"faults": faults, **results, "slowest_seconds": round(seconds, 2), "slowest": name}))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
