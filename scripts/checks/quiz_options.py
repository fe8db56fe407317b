"""Options: each says something of its own, none refers to the others, none gives itself away by its looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from checks.findings import Finding, Rule
from course import Course, Option, Question
from course.text import bare, fold

TWINS = Rule(
    "QUIZ-17",
    "两个选项说的不是同一个意思：不能只差标点、虚词、近义的字，或者只换了并列的次序。",
    "改写其中一个选项，让它成为另一种答法。",
    waivable=True,
)
ALL_OF_THEM = Rule(
    "QUIZ-19",
    "不用“以上都对”“以上都不对”“A 和 B”这样指着别的选项说话的选项。",
    "换成一个有内容的选项；几项都对的，改成多选题。",
    waivable=True,
)
LOOKS = Rule(
    "QUIZ-27",
    "选项看起来差不多：多选题至少四个选项，没有一个长得出奇，“一律”“绝对”这样的话不单在错误选项里。",
    "补足选项，把长短改得相近，去掉错误选项里的绝对词，或者让正确选项也用得上。",
    waivable=True,
)

# Words that may differ without a difference in meaning.
_LIGHT = re.compile(r"[的地得之了着过吧呢啊呀嘛就也都还便才所]|一(?=[个种项名位家件次份])")
_SAME = (
    ("提升", "提高"), ("应该", "应当"), ("需要", "须"), ("必须", "须"), ("可以", "可"), ("能", "可"), ("能够", "可"), ("您", "你"), ("与", "和"),
    ("及", "和"), ("跟", "和"), ("同时", ""), ("因为", "因"), ("由于", "因"), ("如果", "若"), ("假如", "若"), ("但是", "但"), ("并且", "并"),
    ("或者", "或"), ("以内", "内"), ("之内", "内"), ("立刻", "马上"), ("立即", "马上"), ("进行", ""), ("加以", ""), ("没有", "没"),
    ("并不", "不"), ("给予", "给"), ("给以", "给"), ("使得", "使"), ("所有", "全部"), ("制定", "制订"),
)  # fmt: skip
# One of these more or less is a difference, however long the options are.
_TELLING = re.compile(
    r"[0-9a-z%①-⑳不没未无非勿莫别零一二三四五六七八九十百千万半甲乙丙丁戊高低大小多少上下前后早晚快慢长短内外正反先后进出买卖"
    r"增减升降有正负强弱轻重新旧好坏对错男女左右远近主客首末公私真假深浅宽窄松紧冷热收支供需我你他她它谁自东南西北年月日时分秒元角]"
)
_ORDER = re.compile(r"[排序]|先|依次|分别|步|层|级|从.{1,12}到|由.{1,12}到|对应|前者")
_PARTS = re.compile(r"[、，；,;和与及]|以及|并且|而且")

_REFERS = re.compile(
    r"(以上|上述|上面|前面|前述|下列|其他|其余|这|所有|全部)(选项|各项|几项|[一二三四两]项|说法|答案|内容|情况|做法|三者|两者|四者)*(全部|全|都|皆|均)?"
    r"(不|没)?(是|对|非|正确|错|错误|可以|可|包括|属于|有|成立|选|行)?"
    r"|[都全皆均]{1,2}(部)?不?(是|对|正确|错|错误|可以|选|行)|(没有|无)(一个|一项)?(正确|对)的?(答案|选项)?"
    r"|(选项)?[a-e]项?([和与及、或,+/](选项)?[a-e]项?)+(都|全|均|皆)?不?(对|是|正确|错|可以)?|[a-e]{2,}(都|全|均|皆)不?(对|是|正确|错)"
)

_ABSOLUTE = re.compile(r"一定|绝不|绝对|一律|永远|从来|任何|所有|全部|完全|凡是|必定|毫无|百分之百")


def check(course: Course) -> Iterator[Finding]:
    """Yield options that repeat one another, refer to one another or stand out by their looks."""
    for question in course.questions:
        if question.kind in ("single", "multiple") and question.finished:
            yield from _twins(question)
            yield from _refers(question)
            yield from _looks(question)


def _at(question: Question, option: Option, rule: Rule, message: str) -> Finding:
    return Finding(rule, f"docs/{question.page}", option.line, message)


def _twins(question: Question) -> Iterator[Finding]:
    ordered = _ORDER.search(question.stem) is not None
    for one, other in combinations(question.options, 2):
        a, b = bare(one.text), bare(other.text)
        if not a or fold(one.text) == fold(other.text):  # QUIZ-04 speaks of equal ones
            continue
        if _meaning(a) == _meaning(b):
            how = "只差标点、虚词或近义的字"
        elif not ordered and _swapped(one.text, other.text):
            how = "只换了并列的次序"
        elif _nearly(a, b):
            how = "几乎一字不差"
        else:
            continue
        yield _at(question, other, TWINS, f"选项 {other.letter} 和选项 {one.letter} {how}：“{other.text[:30]}”。")


def _meaning(text: str) -> str:
    for word, same in _SAME:
        text = text.replace(word, same)
    return _LIGHT.sub("", text)


def _swapped(one: str, other: str) -> bool:
    a, b = ([bare(part) for part in _PARTS.split(text) if bare(part)] for text in (one, other))
    return len(a) > 1 and sorted(a) == sorted(b)


def _nearly(a: str, b: str) -> bool:
    """Tell whether long options differ in one character alone, which is neither a number nor one of a pair like 高 and 低."""
    if abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < 10:
        return False
    head = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest, other = a[head:], b[head:]
    while rest and other and rest[-1] == other[-1]:
        rest, other = rest[:-1], other[:-1]
    return max(len(rest), len(other)) <= 1 and not _TELLING.search(rest + other)


def _refers(question: Question) -> Iterator[Finding]:
    for option in question.options:
        if _REFERS.fullmatch(fold(option.text).strip('。.“”"')):
            yield _at(question, option, ALL_OF_THEM, f"选项 {option.letter} 指着别的选项说话：“{option.text[:30]}”。")


def _looks(question: Question) -> Iterator[Finding]:
    options = sorted(question.options, key=lambda option: len(bare(option.text)))
    lengths = [len(bare(option.text)) for option in options]
    if question.kind == "multiple" and len(options) < 4:
        path = f"docs/{question.page}"
        yield Finding(LOOKS, path, question.line, f"这道多选题只有 {len(options)} 个选项，猜中太容易。")
    if len(options) < 3:
        return
    longest, second = options[-1], lengths[-2]
    if lengths[-1] > max(3 * lengths[0], lengths[0] + 12) or (
        question.kind == "single" and longest.right and lengths[-1] > max(1.8 * second, second + 6)
    ):
        message = f"选项 {longest.letter} 有 {lengths[-1]} 个字，别的最短 {lengths[0]} 个字，长得显眼。"
        yield _at(question, longest, LOOKS, message)
    absolute = [option for option in question.options if _ABSOLUTE.search(option.text)]
    if question.kind == "single" and len(absolute) >= 2 and not any(option.right for option in absolute):
        words = "、".join(dict.fromkeys(_ABSOLUTE.search(option.text)[0] for option in absolute))  # type: ignore[index]
        message = f"绝对的话（{words}）只出现在错误选项里，不用学就能排除。"
        yield _at(question, absolute[0], LOOKS, message)


RULES = (TWINS, ALL_OF_THEM, LOOKS)
