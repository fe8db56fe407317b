"""Outside links: asked of a real server on this machine, told apart by what it answers, remembered from week to week."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from samples import CHAPTER, write_course

from checks import external
from checks.external import check_external, dead_links, outside_links
from checks.link_memory import DeadLink, as_issue, since_when
from course import Course
from failures import Failure
from project import ROOT


class World(ThreadingHTTPServer):
    """The outside world: answers each path with the status that it names, and counts who asks."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: Counter[str] = Counter()
        self.names: set[str] = set()

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/{path}"


class _Handler(BaseHTTPRequestHandler):
    server: World

    def do_GET(self) -> None:
        path = self.path.lstrip("/")
        self.server.asked[path] += 1
        self.server.names.add(self.headers["User-Agent"])
        if path == "slow":
            time.sleep(2.5)
        status = int(path[:3]) if path[:3].isdigit() else 200
        if path == "tired":  # answers only the second time
            status = 503 if self.server.asked[path] == 1 else 200
        self.send_response(status)
        if status == 301:
            self.send_header("Location", "/" if path == "301-home" else self.path)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    server = World()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def swift(monkeypatch: pytest.MonkeyPatch) -> None:
    """No pauses between two questions to the same host: here every host is this machine."""
    monkeypatch.setattr(external, "INTERVAL", "10ms")
    monkeypatch.setattr(external, "PAUSE", 0.0)
    monkeypatch.setattr(external, "TIMEOUT", 1)


def test_what_a_server_answers(world: World, swift: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_REPO_URL", "https://example.org/someone/course")
    alive = ["200", "301-home", "401", "403", "405", "429", "999", "tired", "页#fragment"]
    dead = ["404", "404#part", "410", "500", "503", "301-loop", "slow"]
    reasons = dead_links([world.url(path) for path in alive + dead], rounds=2)
    assert sorted(reasons) == sorted(world.url(path) for path in dead)
    assert reasons[world.url("404")] == "网页没有了（404）"
    assert reasons[world.url("503")] == "对方的服务器出错（503）"
    assert reasons[world.url("slow")] == "等了很久没有回应"
    assert reasons[world.url("301-loop")].startswith("一直在转来转去")
    assert (world.asked["503"], world.asked["tired"], world.asked["200"]) == (2, 2, 1)
    (name,) = world.names
    assert "course-link-check; +https://example.org/someone/course" in name


def test_no_network_is_no_dead_link(swift: None) -> None:
    with pytest.raises(Failure, match="没有网络"):
        dead_links(["http://127.0.0.1:9/a", "http://127.0.0.1:9/b"])


def test_a_host_that_is_gone_is_dead(world: World, swift: None) -> None:
    reasons = dead_links([world.url("200"), "http://127.0.0.1:9/a"], rounds=1)
    assert list(reasons) == ["http://127.0.0.1:9/a"]
    assert reasons["http://127.0.0.1:9/a"].startswith("连不上（")


def linked(tmp_path: Path, *lines: str) -> Course:
    text = CHAPTER.replace("忠诚阶梯上，", "\n".join(lines) + "\n\n忠诚阶梯上，")
    return write_course(tmp_path / "docs", chapter=text)


def line_of(course: Course, words: str) -> int:
    return next(i for i, line in enumerate(course.pages["part/chapter.md"].lines, 1) if words in line)


def test_links_are_named_by_their_source(
    world: World, swift: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(external, "_DOOR", ())
    good, bad, bare = world.url("200"), world.url("404"), world.url("410")
    course = linked(
        tmp_path, f"见[甲]({good})和[乙]({bad})。", f"又见[丙]({bad})，`[丁](https://code.example)`。", f"<{bare}>"
    )
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text(
        f'<html><body><a href="{bad}">乙</a> <a href="{bare}">{bare}</a>', encoding="utf-8"
    )
    assert list(outside_links(course)) == [good, bad]
    found = check_external(course, site)
    page = "docs/part/chapter.md"
    first = line_of(course, "见[甲]")
    assert [(f.rule.id, f.path, f.line) for f in found] == [
        ("LINK-09", page, first), ("LINK-09", page, first + 1), ("LINK-09", page, first + 2)
    ]  # fmt: skip
    assert found[0].message == f"“{bad}”打不开：网页没有了（404），这次刚发现。"


def test_the_memory_tells_new_old_and_back(
    world: World, swift: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(external, "_DOOR", ())
    old, new, back = world.url("404-old"), world.url("404-new"), world.url("200-back")
    course = linked(tmp_path, f"见[甲]({old})、[乙]({new})和[丙]({back})。")
    known = [
        DeadLink(url, "网页没有了（404）", "2026-11-02", (("docs/x.md", 1),))
        for url in (old, back, world.url("unlinked"))
    ]
    memory = tmp_path / "links.md"
    memory.write_text(as_issue(known, [], {}).replace("\n", "\r\n"), encoding="utf-8")  # as a web form sends it back
    messages = [finding.message for finding in check_external(course, None, memory)]
    assert f"“{old}”打不开：网页没有了（404），从 2026-11-02 起就打不开。" in messages
    assert f"“{new}”打不开：网页没有了（404），这次刚发现。" in messages
    text = memory.read_text(encoding="utf-8")
    parts = [text.index(words) for words in ("### 这次刚发现", new, "### 以前就打不开", old, "### 又能打开了", back)]
    assert parts == sorted(parts)
    assert f"`docs/part/chapter.md` 第 {line_of(course, '见[甲]')} 行" in text
    remembered = since_when(text)
    assert remembered[old] == "2026-11-02"
    assert set(remembered) == {old, new}
    assert world.url("unlinked") not in text


def test_nothing_dead_leaves_an_empty_memory(
    world: World, swift: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(external, "_DOOR", ())
    memory = tmp_path / "links.md"
    memory.write_text("上次的话", encoding="utf-8")
    assert check_external(linked(tmp_path, f"见[甲]({world.url('200')})。"), None, memory) == []
    assert memory.read_text(encoding="utf-8") == ""


def test_a_memory_that_people_have_edited_is_forgotten() -> None:
    link = DeadLink("https://x.example/-->?a={b}", "网页没有了（404）", "2026-11-02", ())
    text = as_issue([link], [], {})
    assert since_when(text) == {link.url: "2026-11-02"}
    for slip in (
        "",
        "没有记录",
        text.replace('"2026', "2026"),
        text.replace("2026-11-02", "昨天"),
        text.replace("memory: {", "memory: [{"),
    ):
        assert since_when(slip) == {}


def test_the_course_names_where_its_outside_links_stand(course: Course) -> None:
    links = outside_links(course)
    lines = {
        path: (ROOT / path).read_text(encoding="utf-8").split("\n") for places in links.values() for path, _ in places
    }
    assert "README.md" in lines
    assert any(path.startswith("docs/") for path in lines)
    for url, places in links.items():
        assert all(url in lines[path][line - 1] for path, line in places), url
