"""Pages: headings, ids, links and sections with the lines of the file."""

from __future__ import annotations

from course import Page
from course.pages import LONGEST_LINE

TEXT = """\
---
title: 页
---

# 页 {#page}

一句话，[近](#near)、[远](other.md#far "题")、![图](a.svg)、`[码](x.md)`。
<!-- [注释](gone.md) -->

```markdown
## 假标题 {#fake}
[假](fake.md)
```

## 近 {#near}

正文。

### 里面 {#inside}

深处。

## 没有编号

尾。

/// figure-caption
    attrs: {id: fig-one}
图题
///
"""


def test_headings_with_ids_and_lines() -> None:
    headings = Page("p.md", TEXT).headings
    assert [(h.level, h.title, h.id, h.line) for h in headings] == [
        (1, "页", "page", 5),
        (2, "近", "near", 15),
        (3, "里面", "inside", 19),
        (2, "没有编号", "", 23),
    ]


def test_links_outside_code_and_comments() -> None:
    links = Page("p.md", TEXT).links
    assert [(link.target, link.image, link.line) for link in links] == [
        ("#near", False, 7),
        ("other.md#far", False, 7),
        ("a.svg", True, 7),
    ]


def test_a_section_ends_at_the_next_heading_of_its_level() -> None:
    page = Page("p.md", TEXT)
    assert "正文" in (section := page.section("near") or "")
    assert "深处" in section
    assert "尾" not in section
    assert page.section("fake") is None


def test_ids_that_a_link_may_name() -> None:
    assert set(Page("p.md", TEXT).ids) == {"page", "near", "inside", "fig-one"}


def test_front_matter_that_is_no_mapping_is_empty() -> None:
    assert Page("p.md", TEXT).meta == {"title": "页"}
    assert Page("p.md", "---\n- 甲\n---\n").meta == {}
    assert Page("p.md", "---\n: [\n---\n").meta == {}
    assert Page("p.md", "没有").meta == {}


def test_a_waiver_covers_the_block_that_follows() -> None:
    text = """# 题 {#t}

<!-- allow: TEXT-05 照录 -->
一句
两句

<!-- allow: QUIZ-20 因为 -->

<quiz>
<!-- q: a-1 point: a level: 识记 -->
问？

- [x] 甲
</quiz>
<!-- allow: TEXT-02 框 -->
!!! case "例"

    一段

    二段

外面

```markdown
<!-- allow: TEXT-05 只是例子 -->
```
<!-- allow: FIG-04 -->
```mermaid
flowchart TB

  a --> b
```
"""
    found = [(w.rule, w.reason, w.line, w.end_line) for w in Page("a.md", text).waivers]
    assert found == [
        ("TEXT-05", "照录", 3, 5),
        ("QUIZ-20", "因为", 7, 14),
        ("TEXT-02", "框", 15, 20),
        ("FIG-04", "", 27, 32),
    ]


def test_headings_with_closing_marks_and_odd_braces() -> None:
    text = "# 甲 {#a}\n## 乙 ##\n### 丙 {.x #c} \n#### 丁 {没有编号\n##### {戊} 己\n"
    found = [(heading.title, heading.id) for heading in Page("a.md", text).headings]
    assert found == [("甲", "a"), ("乙", ""), ("丙", "c"), ("丁 {没有编号", ""), ("{戊} 己", "")]


def test_a_line_of_a_megabyte_is_read_to_where_anybody_would_stop() -> None:
    text = f"# 题 {{#{' ' * 1_000_000}x\n<quiz>\n- [x] {'甲' * 1_000_000}\n</quiz>\n"
    page = Page("a.md", text)
    assert [len(line) <= LONGEST_LINE for line in page.lines] == [True] * 5
    assert page.headings[0].id == ""
    assert page.text == text
