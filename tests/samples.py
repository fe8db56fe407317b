"""The smallest course that is right in every way, for tests that put one thing wrong."""

from __future__ import annotations

from pathlib import Path

from checks import key as key_rules
from checks.addresses import renewed_addresses
from commands.key import renewed
from course import AnswerKey, Course

SYLLABUS = """\
parts:
- slug: part
  title: 部分
  chapters:
  - slug: chapter
    number: 1
    title: 章
    scope: 范围
    points:
    - id: ladder
      title: 阶梯
      page: part/chapter.md
      anchor: ladder
      level: 识记
      terms: [忠诚阶梯, 拥护者]
      sources: [aa-001]
"""

CHAPTER = """\
---
title: 章
description: 一句话。
minutes: 5
level: 基础
---

# 章 {#chapter}

## 阶梯 {#ladder}

忠诚阶梯上，主动推荐的人叫拥护者。

<quiz>
<!-- q: ladder-1 point: ladder level: 应用 -->
张女士把小店推荐给同事，她在哪一级？
- [ ] 购买者
> 她做的比买更多。
- [x] 拥护者
- [ ] 合伙人
> 她没有参与经营。

推荐是主动的，所以不止于喜欢。[回看：阶梯](#ladder)
</quiz>

<quiz>
<!-- q: ladder-2 point: ladder level: 识记 accept: 倡导者|推荐者 -->
主动推荐的人叫[[拥护者]]。

---
推荐要主动才算。[回看：阶梯](#ladder)
</quiz>

<quiz>
<!-- q: ladder-3 point: ladder level: 领会 -->
哪些人已经买过？
- [x] 拥护者
- [ ] 潜在客户
> 还没有买过。
- [x] 购买者
- [ ] 路人
> 他连店名都没有听说。

买过才谈得上忠诚。[回看：阶梯](#ladder)
</quiz>

<quiz>
<!-- q: ladder-4 point: ladder level: 领会 -->
潜在客户在阶梯最高处。
- [ ] 正确
- [x] 错误

他还没有买过，所以在最低处。[回看：阶梯](#ladder)
</quiz>

<!-- q: ladder-5 point: ladder level: 识记 kind: 名词解释 -->
名词解释：拥护者。

??? answer "评分要点（3 分）"
    - 买过。（1 分）
    - 主动推荐。（2 分）
"""


def write_course(docs: Path, chapter: str = CHAPTER, syllabus: str = SYLLABUS) -> Course:
    """Write the sample course, its answer key confirmed and its addresses recorded, below `docs` and return it."""
    (docs / "part").mkdir(parents=True, exist_ok=True)
    (docs / "part" / "chapter.md").write_text(chapter, encoding="utf-8")
    (docs / "syllabus.yml").write_text(syllabus, encoding="utf-8")
    course = Course.load(docs)
    pending = [change for change in key_rules.changes(course) if change.question]
    AnswerKey(renewed(course, pending, "")).write(docs / "answer-key.yml")
    (docs / "addresses.yml").write_text(renewed_addresses(course), encoding="utf-8", newline="\n")
    return Course.load(docs)
