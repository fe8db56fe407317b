"""Whatever stands in a source file, a check ends in findings or in a sentence: no traceback, no hang, no change.

`COURSE_MUTATIONS=2000 python3 scripts test` (or `python tests/robustness/fuzz.py 2000 1`) runs more of them.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

COUNT = int(os.environ.get("COURSE_MUTATIONS", "150"))
SECONDS_EACH = 2.0  # a hang is hours; a slow machine is not one


def test_damaged_sources_are_no_surprise() -> None:
    call = [sys.executable, str(Path(__file__).with_name("fuzz.py")), str(COUNT), "1"]
    done = subprocess.run(call, capture_output=True, encoding="utf-8", timeout=60 + COUNT * SECONDS_EACH)
    assert done.returncode == 0, done.stdout[:4000] + done.stderr[-500:]
    totals = json.loads(done.stdout.splitlines()[-1])
    assert totals["faults"] == 0
    assert totals["findings"] + totals["failure"] + totals.get("clean", 0) == COUNT
    assert totals["findings"] > COUNT / 10
