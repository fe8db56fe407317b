"""`check --fix` records new addresses and takes none away."""

from __future__ import annotations

from pathlib import Path

from samples import CHAPTER, write_course

from checks.addresses import GONE, UNRECORDED, check
from commands.mend import mend
from course import Course


def test_new_addresses_are_recorded_and_old_ones_stay(tmp_path: Path) -> None:
    write_course(tmp_path)
    file = tmp_path / "addresses.yml"
    file.write_text("pages:\n  part/chapter.md:\n  - gone\n", encoding="utf-8")
    (tmp_path / "part" / "chapter.md").write_text(f"{CHAPTER}\n## 新的一节 {{#new-section}}\n", encoding="utf-8")
    assert {finding.rule for finding in check(Course.load(tmp_path))} == {GONE, UNRECORDED}
    assert "addresses.yml" in [one.after.path for one in mend(Course.load(tmp_path))]
    assert {finding.rule for finding in check(Course.load(tmp_path))} == {GONE}
    recorded = Course.load(tmp_path).addresses.pages["part/chapter.md"]
    assert {"gone", "new-section", "ladder"} <= set(recorded)
    assert mend(Course.load(tmp_path)) == []
