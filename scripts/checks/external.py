"""Links that lead out of the course: asked for over the net, and named by the line that holds them.

This is the one check that depends on other people's servers, so it never runs on a pull request. A site that
refuses a program may well greet a reader, and a site that is down tonight may be up tomorrow: the first does
not count as dead, and the second is asked again.
"""

from __future__ import annotations

import datetime
import json
import os
import shutil
import subprocess
import sysconfig
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import html

from checks.findings import Finding, Rule
from checks.link_memory import DeadLink, as_issue, since_when
from course import Course, Page
from failures import Failure
from project import CONFIG, ROOT

OUTSIDE = Rule(
    "LINK-09",
    "外部链接打得开。",
    "换成还在的地址；找不到，就到 web.archive.org 找当时的网页，或者去掉链接，只留作者、题名和年份。",
)

ROUNDS = 3
PAUSE = 30.0  # seconds before those that did not answer are asked again
TIMEOUT = 20  # seconds that an answer may take
INTERVAL = "1s"  # between two questions to the same host
# Besides success: “not for you”, “not this way”, “too often” say that something is there, if not for programs.
ALIVE = "100..=103,200..=299,401,403,405,406,429,451,999"
# What a contributor reads before the first look at the site.
_DOOR = ("README.md", "README.en.md", "CONTRIBUTING.md", "LICENSE-TEXT.md")

Place = tuple[str, int]


def check_external(course: Course, site: Path | None = None, memory: Path | None = None) -> list[Finding]:
    """Return every outside link that is dead, with the line that holds it.

    Args:
        site: the built site, for links that templates make; without it the sources alone are read.
        memory: a file that remembers what was dead. It is read, then written anew: a Markdown text that tells
            people the same, empty when no link is dead.

    Raises:
        Failure: no address answers at all, or lychee did not run to its end.
    """
    places = outside_links(course, site)
    reasons = dead_links(places)
    text = memory.read_text(encoding="utf-8") if memory is not None and memory.exists() else ""
    known, today = since_when(text), datetime.datetime.now(tz=datetime.timezone.utc).date().isoformat()
    dead = [DeadLink(url, reason, known.get(url, today), tuple(places[url])) for url, reason in reasons.items()]
    if memory is not None:
        back = [url for url in known if url in places and url not in reasons]
        memory.write_text(as_issue(dead, back, known) if dead else "", encoding="utf-8", newline="\n")
    return [
        Finding(OUTSIDE, path, line, f"“{link.url}”打不开：{link.reason}，{link.history(known)}。")
        for link in dead
        for path, line in link.places
    ]


def outside_links(course: Course, site: Path | None = None) -> dict[str, list[Place]]:
    """Return every outside address with the places (path from the project's root, line) that link to it."""
    door = [Page.read(ROOT / name, ROOT) for name in _DOOR if (ROOT / name).is_file()]
    found: dict[str, list[Place]] = {}
    for folder, page in [*(("docs/", page) for page in course.pages.values()), *(("", page) for page in door)]:
        for link in page.links:
            if _is_outside(link.target):
                found.setdefault(link.target, []).append((folder + page.path, link.line))
    for url in _built(site) if site is not None else ():
        if url not in found:
            found[url] = list(_mentions(course, url)) or [("mkdocs.yml", 1)]
    return found


def _is_outside(target: str) -> bool:
    return target.startswith(("http://", "https://"))


def _built(site: Path) -> Iterator[str]:
    for file in sorted(site.rglob("*.html")):
        for link in html.parse(file).getroot().iter("a"):
            target = link.get("href") or ""
            if _is_outside(target):
                yield target


def _mentions(course: Course, url: str) -> Iterator[Place]:
    """Yield the lines that name `url` without a Markdown link: `<…>` in a page, a template, the configuration."""
    files = {f"docs/{page.path}": page.text for page in course.pages.values()}
    for file in [CONFIG, *sorted((ROOT / "overrides").rglob("*.html"))]:
        files[file.relative_to(ROOT).as_posix()] = file.read_text(encoding="utf-8")
    for path, text in files.items():
        for number, line in enumerate(text.split("\n"), 1):
            if url in line:
                yield path, number


def dead_links(urls: Iterable[str], rounds: int = ROUNDS) -> dict[str, str]:
    """Ask for every one of `urls` and return those that are dead, each with the reason in words.

    Args:
        rounds: how often one that does not answer well is asked.

    Raises:
        Failure: no address answers at all, or lychee did not run to its end.
    """
    left = list(dict.fromkeys(urls))
    reasons: dict[str, str] = {}
    for turn in range(rounds):
        if not left:
            break
        if turn:
            time.sleep(PAUSE)
        answers = _ask(left)
        if len(left) > 1 and not turn and len(answers) == len(left) and not any(code for code, _ in answers.values()):
            raise Failure("外部链接一个也连不上，多半是这台机器没有网络。请联网以后再试。")
        reasons = {url: _reason(*answers[url]) for url in left if url in answers}
        left = list(reasons)
    return reasons


def _ask(urls: list[str]) -> dict[str, tuple[int, str]]:
    """Return the status (0 without an answer) and what lychee says of each of `urls` that it did not reach."""
    lychee = shutil.which("lychee", path=sysconfig.get_path("scripts"))
    if lychee is None:
        raise Failure("找不到检查链接用的 lychee。请删去 .venv 文件夹，再运行一次 python3 scripts check。")
    call = [lychee, "--no-progress", "--format", "json", "--accept", ALIVE, "--timeout", str(TIMEOUT)]
    # One question at a time to each host, and no retries of lychee's own: we ask again later.
    call += [
        "--max-retries",
        "0",
        "--max-concurrency",
        "8",
        "--host-concurrency",
        "1",
        "--host-request-interval",
        INTERVAL,
    ]
    call += ["--user-agent", _name(), "-"]
    settings = {name: value for name, value in os.environ.items() if name != "GITHUB_TOKEN"}
    done = subprocess.run(call, input="\n".join(urls), capture_output=True, encoding="utf-8", env=settings, cwd=ROOT)
    if done.returncode not in (0, 2):
        raise Failure(f"lychee 没能检查外部链接：{done.stderr.strip()[:300]}")
    said = json.loads(done.stdout)
    answers = {}
    for row in [*said["error_map"].get("stdin", []), *said["timeout_map"].get("stdin", [])]:
        status = row["status"]
        # lychee spells an address its own way; the line tells which one it was.
        answers[urls[row["span"]["line"] - 1]] = (status.get("code", 0), status.get("details", status["text"]))
    return answers


def _name() -> str:
    """Return how we introduce ourselves: as a program, and where its owners are to be found."""
    owner = os.environ.get("COURSE_REPO_URL", "")
    return f"Mozilla/5.0 (compatible; course-link-check{f'; +{owner}' if owner else ''})"


def _reason(code: int, said: str) -> str:
    if code in (404, 410):
        return f"网页没有了（{code}）"
    if 300 <= code < 400:
        return "一直在转来转去，到不了一个网页"
    if code >= 500:
        return f"对方的服务器出错（{code}）"
    if code:
        return f"对方不给看（{code}）"
    if "timed out" in said.lower():
        return "等了很久没有回应"
    return f"连不上（{said.split(' (')[0].strip()[:120]}）"


RULES = (OUTSIDE,)
