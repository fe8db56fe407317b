"""Faults that show in many questions together: where the right ones stand, how long they are, what was asked before."""

from __future__ import annotations

from collections.abc import Callable

from faults.fault import Fault

from course import Page, Question
from project import DOCS


def rewritten(
    name: str, path: str, kinds: tuple[str, ...], change: Callable[[list[str], Question], list[str]]
) -> Fault:
    """Return the fault that `change`s every question of `kinds` on the page: its options, each with its reason."""
    page = Page.read(DOCS / path, DOCS)
    text = page.text
    for question in page.questions:
        if question.kind in kinds:
            first, *_ = question.options
            lines = question.source.split("\n")
            starts = [option.line - question.line for option in question.options]
            end = next(i for i in range(starts[-1] + 1, len(lines)) if not lines[i].startswith(">"))
            blocks = ["\n".join(lines[a:b]) for a, b in zip(starts, [*starts[1:], end], strict=True)]
            new = "\n".join([*lines[: first.line - question.line], *change(blocks, question), *lines[end:]])
            text = text.replace(question.source, new, 1)
    chapter = "/".join(path.removesuffix(".md").split("/")[:2]) + ".md"
    return Fault(name, "QUIZ-21", path, page.text, text, "---", f"docs/{chapter}" if chapter != path else "")


def right_first(blocks: list[str], question: Question) -> list[str]:
    return sorted(blocks, key=lambda block: not block.startswith("- [x]"))


def right_longest(blocks: list[str], question: Question) -> list[str]:
    longest = max(len(option.text) for option in question.options)
    return [lengthened(block, longest) if block.startswith("- [x]") else block for block in blocks]


def lengthened(block: str, longest: int) -> str:
    return block + "，" + "这样才合乎本章所说的道理" * (1 + longest // 12)


def wrong_longer(blocks: list[str], question: Question) -> list[str]:
    longest = max(len(option.text) for option in question.options)
    return [
        block if block.startswith("- [x]") else block.replace("\n", "，" + "多" * longest + "\n", 1) for block in blocks
    ]


def all_true(blocks: list[str], question: Question) -> list[str]:
    return ["- [x] 正确", "- [ ] 错误"]


def all_false(blocks: list[str], question: Question) -> list[str]:
    return ["- [ ] 正确", "- [x] 错误"]


LOYALTY, CHURN = "relationships/loyalty.md", "relationships/loyalty/churn.md"

FAULTS = [
    rewritten("the right one always first", "relationships/satisfaction.md", ("single",), right_first),
    rewritten("the right one always first, on a later page", "complaints-and-crises/complaints/handling.md", ("single",), right_first),
    rewritten("the right ones of several always first", "interaction/customer-types/test.md", ("multiple",), right_first),
    rewritten("the right one always longest", "quality/service-process.md", ("single",), right_longest),
    rewritten("the right one always longest, on a later page", "foundations/customers/relationship.md", ("single",), right_longest),
    rewritten("the right one always shortest", "organization/customer-development.md", ("single",), wrong_longer),
    rewritten("every statement true", "interaction/communication/test.md", ("judge",), all_true),
    rewritten("every statement false", "interaction/moments-of-truth/test.md", ("judge",), all_false),
    # QUIZ-23: asked before
    Fault("a question pasted again under a new id", "QUIZ-23", LOYALTY, "[回看：客户保留度](#customer-retention)\n</quiz>\n\n<quiz>\n<!-- q: customer-retention-2 ", "[回看：客户保留度](#customer-retention)\n</quiz>\n\n<quiz>\n<!-- q: customer-retention-91 point: customer-retention level: 识记 accept: 保留度 -->\n客户与企业做过第一笔交易之后，还继续购买它的产品或服务，这个程度叫作 [[客户保留度]]。\n\n---\n说的是行为。[回看：客户保留度](#customer-retention)\n</quiz>\n\n<quiz>\n<!-- q: customer-retention-2 ", "<quiz>\n<!-- q: customer-retention-91 "),
    Fault("the options shuffled", "QUIZ-23", "relationships/customer-value.md", "按题库口径，客户付出的成本包括哪些？\n- [x] 精力成本\n- [ ] 形象成本\n> 形象是总价值里的一项。四项价值和几项成本连着背，容易串。\n- [x] 货币成本\n- [x] 时间成本\n- [ ] 服务成本", "按 Burnham 等（2003）的分类，下面哪些属于程序性的转换成本？\n- [x] 评估成本\n- [ ] 金钱损失成本\n> 形象是总价值里的一项。四项价值和几项成本连着背，容易串。\n- [x] 学习成本\n- [x] 建立成本\n- [ ] 品牌关系损失成本", "<quiz>\n<!-- q: switching-cost-types-1 ", f"docs/{CHURN}"),
    Fault("a verdict on the same sentence", "QUIZ-23", "foundations/service.md", "健身教练照计划上课，学员回家从不练，三个月没有变化。照瓦戈与卢什的主张，效果应当由教练一方造好再交给学员。", "店里坐着三位客人，手机上又进来一条客户消息。照第一条信念，发消息的这位与坐着的三位同样重要。", "<quiz>\n<!-- q: service-elements-2 "),
    Fault("an open question asked twice", "QUIZ-23", "relationships/customer-value/test.md", "名词解释：ABC 分类法。", "名词解释：客户保留度。", "<!-- q: loyalty-open-retention ", "docs/relationships/loyalty/test.md"),
    Fault("the same case and question with new options", "QUIZ-23", "quality/service-process/test.md", "报装宽带，登记的客服说“明天上门”，派单员说“后天”，师傅说“我只管周五”。按三个阶段看，毛病主要出在哪里？", "燃气公司的热线有四层菜单，“漏气报修”排在第三层第四项。照本章的建议，先改哪一处？", "<quiz>\n<!-- q: ivr-5 ", "docs/organization/contact-center-and-crm/test.md"),
]  # fmt: skip
