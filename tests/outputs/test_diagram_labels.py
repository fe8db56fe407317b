"""Labels of diagrams: every one that an author writes is looked for in the drawing."""

from __future__ import annotations

import re

import pytest

from course import Course
from outputs.diagram_labels import labels, lost
from outputs.diagrams import render

HEAD = "flowchart TB\n  accTitle: 名字（甲）\n  accDescr: 说明[乙]\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('a["看记录<br/>上次"] --> b("问")', [("a", "看记录<br/>上次"), ("b", "问")]),
        ("a[[甲]] --> b((乙)) --> c{{丙}} --> d([丁]) --> e[(戊)]", [("a", "甲"), ("b", "乙"), ("c", "丙"), ("d", "丁"), ("e", "戊")]),
        ('a{"要（不要）[买]?"} -->|"是"| b>旗]', [("a", "要（不要）[买]?"), ("b", "旗"), ("", "是")]),
        ("a -- 不是 --> b == 对 ==> c -. 也许 .-> d", [("", "不是"), ("", "对"), ("", "也许")]),
        ("a --- b --- c ~~~ d & e", []),
        ('subgraph s["一组"]', [("s", "一组")]),
        ("subgraph 一组", [("", "一组")]),
        ('click a "https://example.org" "提示"', []),
        ("%% 一句注释[甲]", []),
        ("style a fill:#fff", []),
        ('a[/"斜着"\\]', [("a", "斜着")]),
    ],
)  # fmt: skip
def test_labels_of_a_flowchart(line: str, expected: list[tuple[str, str]]) -> None:
    assert [(label.node, label.text) for label in labels(f"{HEAD}  {line}\n")] == expected
    assert {label.offset for label in labels(f"{HEAD}  {line}\n")} <= {3}


def test_other_kinds_count_every_run_of_chinese() -> None:
    source = (
        "sequenceDiagram\n  accTitle: 名\n  accDescr {\n    说明\n  }\n  participant k as 顾客\n  k->>k: 登记、交机\n"
    )
    assert [label.text for label in labels(source)] == ["顾客", "登记", "交机"]


def test_no_label_of_the_course_is_overlooked(course: Course) -> None:
    for page in course.pages.values():
        for diagram in page.diagrams:
            text = re.sub(r"(?m)^\s*acc(?:Title|Descr):.*$", "", diagram.source)
            seen = "".join(label.text for label in labels(diagram.source))
            assert set(re.findall(r"[\u3400-\u9fff]", text)) <= set(seen), (page.path, diagram.line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('a["甲"] --> b["乙 &amp; 丙"]', []),
        ('a["甲"] --> a["乙"]', ["甲"]),
        ('a["一#quot;二#quot;"]', []),
        ('a["**重**"] -->|是| b["`码`"]', []),
    ],
)
def test_a_lost_label_is_named(line: str, expected: list[str]) -> None:
    source = f"{HEAD}  {line}\n"
    assert [label.text for label in lost(source, render(source))] == expected
