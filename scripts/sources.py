"""Loading the course for a command: what cannot be read becomes a failure that says where."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from pathlib import Path

from course import Course
from failures import Failure
from project import DOCS, ROOT


def load_course() -> Course:
    """Load the course under docs/.

    Raises:
        Failure: the syllabus or the answer key cannot be read.
    """
    try:
        return Course.load(DOCS)
    except FileNotFoundError as error:
        raise Failure(f"找不到 {error.filename}。请确认它没有被改名或删除。") from error
    except (ValueError, OSError) as error:
        raise Failure(f"课程读不进来。docs/{error}。请按这个位置改正后再试。") from error


def load_course_at(revision: str) -> Course:
    """Load the course as it stood at a git `revision`, whatever the work tree holds now.

    Raises:
        Failure: there is no git, no such revision, or the course there cannot be read.
    """
    # An option could write files; a revision never looks like one.
    call = ["git", "-C", str(ROOT), "archive", "--format=tar", "--end-of-options", revision, "docs"]
    try:
        done = subprocess.run(call, capture_output=True)
    except FileNotFoundError as error:
        raise Failure("比较改动要用 Git，这台机器上没有。请从 git-scm.com 安装以后再试。") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", errors="replace").strip().split("\n")[0]
        raise Failure(
            f"取不出“{revision}”那一版的课程：{said}。"
            "请写分支名、标签或提交号，例如 main、HEAD^；只取了最近一次提交的仓库，先运行 git fetch --unshallow。"
        )
    with tempfile.TemporaryDirectory() as folder, tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        for member in archive:
            # Nothing but the sources themselves: no links, which could lead out of the folder.
            content = archive.extractfile(member) if member.isfile() else None
            if content is not None and member.name.endswith((".md", ".yml")):
                file = Path(folder, member.name)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content.read())
        try:
            course = Course.load(Path(folder, "docs"))
        except (ValueError, OSError) as error:
            raise Failure(f"“{revision}”那一版的课程读不进来：docs/{error}。请换一个能读的版本来比较。") from error
    return course
