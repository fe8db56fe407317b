"""How a question is asked: what is denied stands in bold, the stem keeps the answer to itself and fits the marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.findings import Finding, Rule
from course import Course, Question
from course.text import bare

NEGATIVE = Rule(
    "QUIZ-18",
    "要选“不是的那一个”的题，题干里的否定词（不、没有、错误、除……外）加粗。",
    "把否定词写成 **不**、**没有**、**错误**；能改成正面问法的，改成正面问法更好。",
    waivable=True,
)
LEAK = Rule(
    "QUIZ-20",
    "题干里不露出答案。",
    "换一个说法，让题干不出现正确答案的那几个字；或者让别的选项也出现在题干里。",
    waivable=True,
)
KIND = Rule(
    "QUIZ-24",
    "题干问的个数和标出的答案一致：“哪一项”只有一个答案，“哪些”不止一个，“哪两项”正好两个。",
    "核对 [x] 标得对不对；标得对的，把题干里的“哪一项”“哪些”“哪两项”改成相符的问法。",
    waivable=True,
)
VARIANTS = Rule(
    "QUIZ-25",
    "填空的答案是数字、外文，带“的、与、和”，或者有四个字以上，就在 accept: 里列出也算对的写法。",
    "想一想读者还会怎样写：少一个“的”，加上单位，写成汉字数字，用简称或英文；列进编号行的 accept:。",
    waivable=True,
)

_CHOICES = ("single", "multiple")

# What is denied. The words that only look like a denial (不同、不仅、不可分离性、无形、未来 …) are left out.
_NOT = (
    r"(?:[用办做找]不[上到了着]|不(?!同|仅|但|只|光|满|良|足|错|可抗|断|久|妨|论|管|知|住|过|得不|好意思|(?![属是符具有体反包])[^，。；？]{1,4}性)|没有|没(?!有)|"
    r"并非|未(?!来|成年|必)|无(?=助|法|关|权|须|需|效|益)|有误|错误)"
)
_WHICH = r"(?:哪(?!里|儿|怕)(?:一|些|几|两|三)?(?:种|个|项|句|位|条|件|类|步|样|处|点|家|环|组|层|道)?|谁)"
_SAID = r"(?:一项|一个|选项|说法|做法|内容|情形|情况|表述|叙述|描述|提法|观点|理解|行为|措施|要求|方法|步骤)?"
_DENIALS = (
    # 哪一项**不**属于……；哪些是企业，却**不**……；but not: 哪一句最能说明这话不对
    re.compile(
        rf"{_WHICH}(?:(?![能会把让使可为因防免就出])[^，。；：？“”]){{0,8}}(?:，[却而但])?(?P<n>{_NOT})(?![种类个]错)"
    ),
    # **不**属于……的是哪一项；说法**错误**的是（　）；but not: 不戴首饰的理由是什么
    re.compile(
        rf"(?P<n>{_NOT})[^，。；？]{{0,30}}的{_SAID}(?:是|有)(?:{_WHICH}|下面|下列|以下|[（(_]|什么|[：:。？]?\s*$)"
    ),
    # 循环里**没有**哪一环
    re.compile(rf"(?P<n>没有|不是|不含|不包括|不属于|未)[^，。；？“”的]{{0,8}}{_WHICH}"),
    # 选出**错误**的一项
    re.compile(rf"(?:选出|找出|指出|挑出)[^，。；]{{0,12}}(?P<n>{_NOT})[^，。；]{{0,8}}的"),
    # **除**价格以外，下列各项都是……；but not: 除了换货，还能做什么
    re.compile(r"(?P<n>除)[^。；？]{1,30}外(?![^。？]{0,40}[还也另再])"),
)
_WEAK = re.compile(r"哪一?[种类个些]$")  # 犯了哪一种错误 asks for an error, and denies nothing

_MANY = re.compile(r"哪些|哪几[个项种句位条件类步样处点家方]|有哪[几些]")
_ONE = re.compile(r"哪一[个项种句位条件类步样处点家]|哪[个项种句位条件类步]|最[^，。？；]{1,8}的是")
_NUMBERS = {"两": 2, "二": 2, "2": 2, "三": 3, "3": 3, "四": 4, "4": 4, "五": 5, "5": 5}
_COUNT = re.compile(
    rf"(?:哪|请.{{0,3}}选[出择]?|(?:^|，)选[出择]?)\s*(?P<n>[{''.join(_NUMBERS)}])\s*[个项种句位条件类步样处点家]"
)
_SAYS_KIND = re.compile(r"[（(【\[]\s*(?P<kind>多选|单选|多项选择|单项选择|判断)[^）)】\]]{0,6}[）)】\]]")
_LIST = re.compile(r"[、/＋+→—]|[和与及]")

_NUMERAL = re.compile(r"\d|^[零一二三四五六七八九十百千万两半]+$")
_JOINED = re.compile(r"[的与和及或、（）()“”《》]")


# Words that stand in nearly every stem and so tell nothing.
_EVERYWHERE = {"客户", "顾客", "服务", "企业", "员工", "产品", "商品", "客服"}


def check(course: Course) -> Iterator[Finding]:
    """Yield every stem that misleads or gives the answer away, and every blank too narrow for a right answer."""
    for question in filter(lambda question: question.finished, course.questions):
        if question.kind in _CHOICES:
            yield from _negative(question)
            yield from _leaked_option(question)
        if question.kind in (*_CHOICES, "judge"):
            yield from _kind(question)
        if question.kind == "blank":
            yield from _leaked_blank(question)
            yield from _variants(question)


def _at(question: Question, rule: Rule, message: str) -> Finding:
    """A finding about the stem: on its first line, or on that of the question when it has none."""
    first = next((line for line in question.stem.split("\n") if line.strip()), "")
    lines = question.source.split("\n")
    return Finding(
        rule, f"docs/{question.page}", question.line + (lines.index(first) if first in lines else 0), message
    )


def _asked(stem: str) -> str:
    """Return the last sentence of `stem`, in which the question is put."""
    return re.split(r"(?<=[。！？；])(?=.)", stem.replace("\n", "").strip())[-1]


def _negative(question: Question) -> Iterator[Finding]:
    # What the stem quotes denies nothing itself.
    asked = re.sub(r"“[^”]*”|《[^》]*》", lambda quoted: "“" + "□" * (len(quoted[0]) - 2) + "”", _asked(question.stem))
    pieces = asked.split("**")
    plain = "".join(pieces)
    bold: set[int] = set()
    at = 0
    for i, piece in enumerate(pieces):
        if i % 2:
            bold.update(range(at, at + len(piece)))
        at += len(piece)
    denials = [match for pattern in _DENIALS for match in pattern.finditer(plain)]
    denials = [m for m in denials if not (m["n"] == "错误" and _WEAK.search(plain[: m.start("n")])) and not _either(m)]
    if denials and not any(bold.intersection(range(m.start("n"), m.end("n"))) for m in denials):
        word = denials[0]["n"]
        yield _at(
            question, NEGATIVE, f"题目问的是“{word}……”，这个词没有加粗，容易看漏：“{_cut(_asked(question.stem))}”。"
        )


def _either(match: re.Match[str]) -> bool:
    """Tell whether the denial is half of a question like 是不是 or 能不能."""
    start, end = match.span("n")
    return start > 0 and end < len(match.string) and match.string[start - 1] == match.string[end]


def _leaked_option(question: Question) -> Iterator[Finding]:
    """Yield a right option whose own words, what all options share left out, stand in the stem, when no other's do."""
    texts = [bare(option.text) for option in question.options]
    head = _shared(texts)
    tail = _shared([text[::-1] for text in texts])
    stem = bare(question.stem)
    told = []
    for option, text in zip(question.options, texts, strict=True):
        own = text[head : len(text) - tail]
        if len(own) >= 2 and own not in _EVERYWHERE and not own.isdecimal() and own in stem:
            told.append((option, own))
    right = [own for option, own in told if option.right]
    if right and len(right) == len(told) and len(told) < len(texts):
        yield _at(question, LEAK, f"正确选项里的“{right[0]}”出现在题干里，别的选项都没有，等于说出了答案。")


def _shared(texts: list[str]) -> int:
    """Return how many characters all `texts` begin with."""
    columns = zip(*texts, strict=False)
    return next((i for i, column in enumerate(columns) if len(set(column)) > 1), min(map(len, texts), default=0))


def _leaked_blank(question: Question) -> Iterator[Finding]:
    stem = bare(re.sub(r"\[\[.*?\]\]", " ", question.stem))
    for answer, *_ in question.blanks:
        words = bare(answer)
        if len(words) >= 2 and not _NUMERAL.search(words) and words in stem:
            yield _at(question, LEAK, f"空里要填的“{answer}”，题干别处就写着。")


def _kind(question: Question) -> Iterator[Finding]:
    asked = _asked(question.stem)
    right = question.right_options
    said = _SAYS_KIND.search(question.stem)
    kinds = {"单选": "单选", "单项": "单选", "多选": "多选", "多项": "多选", "判断": "判断"}
    if said and kinds[said["kind"][:2]] != question.name:
        yield _at(question, KIND, f"题干写着“{said['kind']}”，按标出的答案，这是一道{question.name}题。")
        return
    if question.kind == "judge":
        if asked.endswith("？") and re.search(r"哪|什么|谁|多少|怎样|如何", asked) and "“" not in asked:
            yield _at(question, KIND, f"这句话回答不了“正确”或“错误”：“{_cut(asked)}”。")
        return
    # An option that lists several things answers 哪些 all by itself.
    several = any(_LIST.search(option.text) for option in right)
    count = _COUNT.search(asked)
    if count and len(right) != _NUMBERS[count["n"]] and not (len(right) == 1 and several):
        yield _at(question, KIND, f"题干说“{count[0]}”，标出的正确答案有 {len(right)} 个。")
    elif question.kind == "single" and _MANY.search(asked) and not several:
        yield _at(question, KIND, f"题干问“{_MANY.search(asked)[0]}”，标出的正确答案只有一个。")  # type: ignore[index]
    elif question.kind == "multiple" and (one := _ONE.search(asked)) and not _MANY.search(asked) and not count:
        yield _at(question, KIND, f"题干问“{one[0]}”，标出的正确答案有 {len(right)} 个。")


def _variants(question: Question) -> Iterator[Finding]:
    for answer, *others in question.blanks:
        reason = _due(answer)
        if reason and not [other for other in others if other.strip() != answer]:
            yield _at(question, VARIANTS, f"“{answer}”{reason}，accept: 里没有列出别的写法。")


def _due(answer: str) -> str:
    if _NUMERAL.search(answer):
        return "是数字"
    if re.search(r"[A-Za-z]", answer):
        return "有外文"
    if _JOINED.search(answer):
        return "带有虚词或标点"
    return "有四个字以上" if len(bare(answer)) >= 4 else ""


def _cut(text: str) -> str:
    return text if len(text) <= 40 else f"…{text[-40:]}"


RULES = (NEGATIVE, LEAK, KIND, VARIANTS)
