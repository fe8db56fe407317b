"""Questions: the slips that mkdocs-quiz passes over in silence, and what every question must have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from mkdocs_quiz.parsing import CHECKBOX_REGEX

from checks.findings import Finding, Rule
from course import Course, Page, Question
from course.pages import QUIZ_CLOSE, QUIZ_OPEN
from course.questions import LEVELS, OPEN_KINDS, Identity
from course.text import ID, UNFILLED, fold

TAG = Rule(
    "QUIZ-01",
    "每道题用单独成行、顶格的 <quiz> 开头，用 </quiz> 收尾。",
    "补上缺的一行，或把标签改成单独一行、顶格的 <quiz>、</quiz>。",
)
OPTION_FORM = Rule(
    "QUIZ-02", "选项写成“- [ ] 文字”或“- [x] 文字”，三个空格都不能少。", "改成“- [ ] 文字”（错）或“- [x] 文字”（对）。"
)
OPTION_LINES = Rule(
    "QUIZ-03",
    "一个选项只占一行，选项之间、选项和理由之间都不空行。",
    "把选项并成一行；理由用“> ”开头，紧跟在选项下面；解析与最后一个选项之间空一行。",
)
OPTION_TWICE = Rule("QUIZ-04", "同一道题的选项互不相同。", "改掉其中一个选项：两个一样的选项会同时被当成正确答案。")
BRACKETS = Rule("QUIZ-05", "只有填空题才能写“[[…]]”。", "选择题里删掉“[[”和“]]”；如果本来是填空题，删掉选项。")
OPTION_COUNT = Rule("QUIZ-06", "选择题至少三个选项，判断题的两个选项依次是“正确”“错误”。", "补足选项，或改成判断题。")
RIGHT_COUNT = Rule(
    "QUIZ-07",
    "单选题、判断题有一个正确答案；多选题有两个以上正确答案，也至少有一个错误选项。",
    "用 [x] 标出正确选项，用 [ ] 标出错误选项。",
)
STEM = Rule("QUIZ-08", "每道题都有题干。", "在编号行和第一个选项之间写出题干。")
IDENTITY = Rule(
    "QUIZ-09",
    "题目的第一行是编号：<!-- q: 题号 point: 考点 level: 层次 -->。",
    "补上或改正编号行；题号只用小写英文字母、数字和连字符，层次写识记、领会或应用。",
)
ID_TWICE = Rule("QUIZ-10", "题号在全课程里只用一次。", "给后写的一题换一个新题号。")
POINT = Rule(
    "QUIZ-11", "题目的考点在 docs/syllabus.yml 里。", "改成考点大纲里已有的考点，或先在 docs/syllabus.yml 里加上它。"
)
EXPLANATION = Rule(
    "QUIZ-12", "每道自动评分的题都有解析，解析不只是重复正确答案。", "写一两句话说明为什么，再加上回看的链接。"
)
REASON = Rule(
    "QUIZ-13", "每个错误选项下面都写出它为什么不对（判断题除外，解析就是理由）。", "在这个选项下面加一行“> 理由”。"
)
MARKING = Rule(
    "QUIZ-14",
    '问答题有“??? answer "评分要点（N 分）"”，每一点以“（n 分）”收尾，分数加起来等于 N。',
    "补上评分要点，或改正分数。",
)
BLANK = Rule(
    "QUIZ-15",
    "填空题一题一到三个空，空里写答案，accept: 的组数不超过空数，解析前用单独一行“---”隔开。",
    "写成“[[答案]]”，别的写法放进编号行的 accept:，一个空一组，并在解析前加一行“---”。",
)
FILLED = Rule("QUIZ-16", "没有留着未填的占位文字。", "把“（待填：……）”连同括号换成你的内容；用不上的，整行删去。")

_TAG_LIKE = re.compile(r"<\s*/?\s*quiz\b", re.IGNORECASE)
_OPTION_LIKE = re.compile(r"^\s*[-*+]?\s*[\[［【]\s*[xX×✓√]?\s*[\]］】]")


def check(course: Course) -> Iterator[Finding]:
    """Yield every breach in the course's questions."""
    for page in course.pages.values():
        yield from _unfilled(f"docs/{page.path}", page.lines)
        yield from _tags(page)
        for question in page.questions:
            yield from _question(course, page, question)
    yield from _ids(course)
    syllabus = (course.docs / "syllabus.yml").read_text(encoding="utf-8")
    yield from _unfilled("docs/syllabus.yml", syllabus.split("\n"))


def _unfilled(path: str, lines: list[str]) -> Iterator[Finding]:
    """Yield the places that a template of `new` left to its author, in prose and syllabus as in questions."""
    for number, text in enumerate(lines, 1):
        at = text.find(UNFILLED)
        if at >= 0:
            yield Finding(FILLED, path, number, f"这里还没有填：“{text[at : at + 30].rstrip()}”。")


def tag_slips(course: Course) -> Iterator[Finding]:
    """Yield what is wrong with the first and last lines of questions: behind it, everything is misread."""
    for page in course.pages.values():
        yield from _tags(page)


def _at(page: str, line: int, rule: Rule, message: str) -> Finding:
    return Finding(rule, f"docs/{page}", line, message)


def _tags(page: Page) -> Iterator[Finding]:
    opened = 0
    for number, (line, raw) in enumerate(zip(page.prose, page.lines, strict=True), 1):
        if not _TAG_LIKE.search(line) or "`" in line:
            continue
        if line.rstrip() == QUIZ_OPEN:
            if opened:
                yield _at(page.path, opened, TAG, f"这道题没有收尾：到第 {number} 行又开始了新的一题。")
            opened = number
        elif line.rstrip() == QUIZ_CLOSE:
            if not opened:
                yield _at(page.path, number, TAG, "这里有收尾的 </quiz>，前面却没有对应的 <quiz>。")
            opened = 0
        else:
            yield _at(page.path, number, TAG, f"题目标签没有单独顶格成行：“{raw.strip()[:30]}”。")
    if opened:
        yield _at(page.path, opened, TAG, "这道题没有收尾的 </quiz>。")


def _question(course: Course, page: Page, question: Question) -> Iterator[Finding]:
    def at(line: int, rule: Rule, message: str) -> Finding:
        return _at(page.path, line, rule, message)

    yield from _identity(course, question)
    if not fold(question.stem):
        yield at(question.line, STEM, "这道题没有题干。")
    if question.kind == "open":
        yield from _marking(question)
        return
    if question.kind == "blank":
        yield from _blank(question)
    else:
        yield from _choice(question)
    explanation = fold(re.sub(r"\[[^\]]*\]\([^)]*\)", "", question.explanation))
    if not explanation:
        yield at(question.end_line, EXPLANATION, "这道题没有解析。")
    elif explanation.strip("解析：:。") in {fold(words).strip("。") for words in question.answer}:
        yield at(question.end_line, EXPLANATION, "解析只是重复了正确答案，没有说为什么。")


def _identity(course: Course, question: Question) -> Iterator[Finding]:
    identity = question.identity
    line = question.line if question.kind == "open" else question.line + 1
    if identity is None:
        yield _at(question.page, question.line, IDENTITY, "这道题没有编号行。")
        return
    if question.kind != "open" and Identity.parse(question.source.split("\n")[1]) is None:
        yield _at(question.page, question.line, IDENTITY, "编号行不在题目的第一行。")
    if not ID.fullmatch(identity.id):
        yield _at(question.page, line, IDENTITY, f"题号“{identity.id}”不合规则。")
    if question.level not in LEVELS:
        yield _at(question.page, line, IDENTITY, f"层次“{question.level}”不是识记、领会、应用之一。")
    if question.kind != "blank" and "accept" in identity.fields:
        yield _at(question.page, line, IDENTITY, "accept: 只用在填空题，这里不会起作用。")
    if question.kind == "open" and question.name not in OPEN_KINDS:
        yield _at(
            question.page, line, IDENTITY, f"问答题要写 kind: {'、'.join(OPEN_KINDS)} 之一，不是“{question.name}”。"
        )
    if question.point not in course.points:
        yield _at(question.page, line, POINT, f"考点“{question.point}”不在考点大纲里。")


def _choice(question: Question) -> Iterator[Finding]:
    def at(line: int, rule: Rule, message: str) -> Finding:
        return _at(question.page, line, rule, message)

    body = question.source.split("\n")
    known = {option.line - question.line for option in question.options}
    for i, text in enumerate(body[1:-1], 1):
        if "[[" in text:
            yield at(question.line + i, BRACKETS, "选择题里出现了“[[”，整道题会变成填空题。")
        if i in known or not _OPTION_LIKE.match(text):
            continue
        if CHECKBOX_REGEX.match(text):
            yield at(
                question.line + i,
                OPTION_LINES,
                f"这个选项没有和前面的选项连在一起，会被当成解析：“{text.strip()[:30]}”。",
            )
        else:
            yield at(
                question.line + i,
                OPTION_FORM,
                f"这一行不会被认作选项，它和后面的选项都会掉进解析：“{text.strip()[:30]}”。",
            )
    yield from _option_lines(question, body)

    seen: dict[str, str] = {}
    for option in question.options:
        written = CHECKBOX_REGEX.match(body[option.line - question.line])
        if written and written[1] not in (" ", "x", "X"):  # mkdocs-quiz takes any mark, and any but x for a wrong one
            message = f"方括号里写的是“{written[1]}”，会被当成错误选项：“{option.text[:30]}”。"
            yield at(option.line, OPTION_FORM, message)
        if not option.text:
            yield at(option.line, OPTION_FORM, f"选项 {option.letter} 是空的。")
        elif (twin := seen.setdefault(fold(option.text), option.letter)) != option.letter:
            yield at(option.line, OPTION_TWICE, f"选项 {option.letter} 和选项 {twin} 一样。")
    if not question.options:
        yield at(question.line, OPTION_COUNT, "这道题没有选项，也没有填空。")
        return
    right = len(question.right_options)
    if question.kind != "judge" and len(question.options) < 3:
        yield at(question.line, OPTION_COUNT, f"这道题只有 {len(question.options)} 个选项。")
    if not right:
        yield at(question.line, RIGHT_COUNT, "这道题没有标出正确答案。")
    elif right == len(question.options):
        yield at(question.line, RIGHT_COUNT, "这道题的选项全是正确答案。")
    if question.kind != "judge":
        for option in question.options:
            if not option.right and not fold(option.reason):
                yield at(option.line, REASON, f"选项 {option.letter} 没有写为什么不对。")


def _option_lines(question: Question, body: list[str]) -> Iterator[Finding]:
    """Yield options that run over several lines, and blank lines between options and reasons."""
    lines = [option.line - question.line for option in question.options]
    for this, following in zip(lines, [*lines, None][1:], strict=True):
        after = this + 1
        while after < len(body) and body[after].lstrip().startswith(">"):
            after += 1
        text = body[after].strip() if after < len(body) else ""
        if text in ("", QUIZ_CLOSE):
            if following is not None and after != following:
                message = "两个选项之间多了空行。"
                yield _at(question.page, question.line + after, OPTION_LINES, message)
            elif following is None and any(line.lstrip().startswith(">") for line in body[after:][:3]):
                message = "理由和选项之间空了一行，会被当成解析。"
                yield _at(question.page, question.line + after, OPTION_LINES, message)
        elif after != following and not _OPTION_LIKE.match(body[after]):
            message = f"选项写成了两行，第二行会掉进解析：“{text[:30]}”。"
            yield _at(question.page, question.line + after, OPTION_LINES, message)


def _blank(question: Question) -> Iterator[Finding]:
    body = question.source.split("\n")
    has_option = any(map(_OPTION_LIKE.match, body[1:-1]))
    rule = next((i for i, text in enumerate(body) if text.strip() == "---"), len(body))
    for i, text in enumerate(body):
        if i > rule and "[[" in text and not has_option:
            yield _at(question.page, question.line + i, BRACKETS, "“[[”出现在题干以外的地方。")
    if has_option:
        at = next(i for i, text in enumerate(body) if "[[" in text)
        yield _at(question.page, question.line + at, BRACKETS, "选择题里出现了“[[”，整道题会变成填空题。")
        return
    if not 1 <= len(question.blanks) <= 3:
        yield _at(question.page, question.line, BLANK, f"这道填空题有 {len(question.blanks)} 个空。")
    if not any(text.strip() == "---" for text in body):
        yield _at(question.page, question.line, BLANK, "解析前没有单独一行“---”，解析会露在题干里。")
    if any(not fold(answer) for blank in question.blanks for answer in blank[:1]):
        yield _at(question.page, question.line, BLANK, "有一个空没有写答案。")
    groups = re.split(r"[;；]", question.identity.fields.get("accept", "")) if question.identity else []
    if len(groups) > max(1, len(question.blanks)):
        message = f"accept: 里有 {len(groups)} 组写法，题里只有 {len(question.blanks)} 个空，多出来的不会被用到。"
        yield _at(question.page, question.line + 1, BLANK, message)


def _marking(question: Question) -> Iterator[Finding]:
    total = sum(point.marks for point in question.marking)
    if not question.marking:
        yield _at(question.page, question.line, MARKING, "这道问答题没有评分要点。")
    elif total != question.declared_marks:
        message = f"评分要点合计 {total} 分，标题里写的是 {question.declared_marks} 分。"
        yield _at(question.page, question.marking[0].line, MARKING, message)
    unmarked = re.compile(r"^    [-*]\s+(?!.*（\d+ ?分）\s*$)")
    for i, text in enumerate(question.source.split("\n")):
        if unmarked.match(text):
            yield _at(question.page, question.line + i, MARKING, f"这一点没有以“（n 分）”收尾：“{text.strip()[:30]}”。")


def _ids(course: Course) -> Iterator[Finding]:
    uses = Counter(question.id for question in course.questions if question.id)
    first: dict[str, Question] = {}
    for question in course.questions:
        if uses[question.id] > 1 and first.setdefault(question.id, question) is not question:
            other = first[question.id]
            message = f"题号“{question.id}”已经用在 docs/{other.page}:{other.line}。"
            yield _at(question.page, question.line, ID_TWICE, message)


RULES = (
    TAG, OPTION_FORM, OPTION_LINES, OPTION_TWICE, BRACKETS, OPTION_COUNT, RIGHT_COUNT, STEM,
    IDENTITY, ID_TWICE, POINT, EXPLANATION, REASON, MARKING, BLANK, FILLED,
)  # fmt: skip
