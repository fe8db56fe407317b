"""Pages: headings, ids, links and sections with the lines of the file."""

from __future__ import annotations

from course import Page

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
