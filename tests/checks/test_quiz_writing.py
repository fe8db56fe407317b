"""What the rules about the wording of questions let pass: everything that is right, however near to a slip."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples import CHAPTER, write_course

from checks import quiz_balance, quiz_explanations, quiz_options, quiz_stems
from checks.findings import Rule
from course import Course

SINGLE = CHAPTER[CHAPTER.index("张女士") : CHAPTER.index("推荐是主动的")]
BLANK = "主动推荐的人叫[[拥护者]]。"


def question(stem: str, *options: str) -> str:
    """Return a question of choices; a right option begins with a star."""
    rows = [
        f"- [x] {text[1:]}" if text.startswith("*") else f"- [ ] {text}\n> 理由{n}不是废话。"
        for n, text in enumerate(options)
    ]
    return "\n".join([stem, *rows, "\n"])


def rules(docs: Path, chapter: str) -> set[str]:
    write_course(docs)
    assert chapter != CHAPTER
    (docs / "part" / "chapter.md").write_text(chapter, encoding="utf-8")
    course = Course.load(docs)
    modules = (quiz_options, quiz_stems, quiz_explanations, quiz_balance)
    return {finding.rule.id for module in modules for finding in module.check(course)}


RIGHT = [
    ("numbers differ", question("满意率是多少？", "保留率是百分之 86", "*保留率是百分之 68", "保留率是百分之 78")),
    ("high and low", question("这次的质量怎样？", "*技术质量高而功能质量低", "技术质量高而功能质量高", "技术质量低而功能质量低")),
    ("an order is asked", question("正确的次序是哪一种？", "*问候、微笑、感激", "微笑、问候、感激", "感激、问候、微笑")),
    ("pairs in order", question("前者和后者分别是什么？", "*封闭式、开放式", "开放式、封闭式", "主动式、开放式")),
    ("a denial in the story", question("客户没有付款，也不接电话。哪一种做法最合适？", "*先查原因", "马上起诉", "再等一年")),
    ("a denial in what is quoted", question("店长说：“没掏钱的不算客户。”哪一位最能说明这话不对？", "*试琴的学生", "买琴的母亲", "送货的师傅")),
    ("a denial in what is quoted last", question("排在“漠不关心”之后的是什么？", "*服务不满", "价格太高", "搬了新家")),
    ("additions with 除了", question("除了退款以外，还可以做什么？", "*道歉", "沉默", "拖延")),
    ("either or", question("哪一句问得出客户是不是满意？", "*还缺什么", "行了吧", "签个字")),
    ("which error", question("他犯了哪一种错误？", "*先下结论", "听得太久", "问得太细")),
    ("the reason of a denial", question("不戴贵重饰物的理由是什么？", "*免得分心", "免得丢失", "省下保险")),
    ("a feature called by a denial", question("下列哪个例子体现不可分离性？", "*理发", "存款", "网购")),
    ("a kind of uncertainty", question("哪一种不确定性最大？", "*天气", "房租", "工资")),
    ("a choice in the story", question("店长要选三个人去培训，哪一种办法公平？", "*抽签", "看资历", "看关系")),
    ("a word of every stem", question("这家企业的客户先问谁？", "*企业", "媒体", "政府")),
    ("long options that differ in one word", question("定义落脚在哪里？", "*客户与企业初次交易之后继续购买的程度", "客户与企业初次交易之后继续推荐的程度", "客户与企业初次交易之后继续抱怨的程度")),
    ("bold denial", question("下列哪一项**不**属于售后服务？", "*广告", "安装", "回访")),
    ("bold words around a denial", question("下列哪一项**不属于**售后服务？", "*广告", "安装", "回访")),
    ("people named by letters", question("谁做得对？", "*甲和乙都做得对", "只有甲做得对", "只有乙做得对")),
    ("ACD is a term", question("话务分配的英文缩写是哪一个？", "*ACD", "CTI", "IVR")),
    ("words shared by all options", question("这是哪一种客户？客户很急。", "*急躁的客户", "冷静的客户", "挑剔的客户")),
    ("all options in the stem", question("期望和效价，低在哪一项？", "*期望", "效价", "公平")),
    ("which ones, answered by a list", question("题库写明了哪几级？", "*第一级和第三级", "第一级和第二级", "第三级和第四级")),
    ("which four, answered by a list", question("由上到下依次是哪四层？", "*铂金、黄金、钢铁、重铅", "黄金、铂金、钢铁、重铅", "重铅、钢铁、铂金、黄金")),
    ("a story about 单选", question("考场上有一道单选：“满意等于什么？”下面哪些答法合适？", "*照题面答", "*写明是误写", "空着不答", "乱答一个")),
    ("absolute words on both sides", question("哪一种做法对？", "*一律先道歉", "一律先退款", "绝对不道歉")),
    ("lists of unlike length", question("下面是哪一项？", "*语言", "个性不相融合", "缺乏信任")),
]  # fmt: skip


@pytest.mark.parametrize("body", [one[1] for one in RIGHT], ids=[one[0] for one in RIGHT])
def test_what_is_right_passes(tmp_path: Path, body: str) -> None:
    assert rules(tmp_path, CHAPTER.replace(SINGLE, body)) == set()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (BLANK, "主动推荐、别人没有问的人叫[[倡议人]]。"),
        ("accept: 倡导者|推荐者 ", ""),
        (BLANK, "有 3 级，最高的是第 [[13]] 级，第 13 章讲它。"),
        ("推荐要主动才算。", "别人问了才说的，只算支持；不等人问就说出口，才到这一级。"),
        (
            "[回看：阶梯](#ladder)\n</quiz>\n\n<quiz>\n<!-- q: ladder-2",
            "[回看：章](#chapter)\n</quiz>\n\n<quiz>\n<!-- q: ladder-2",
        ),
        ("名词解释：拥护者。", "名词解释：合伙人。"),
    ],
)
def test_what_is_right_in_a_blank_or_an_explanation_passes(tmp_path: Path, old: str, new: str) -> None:
    assert rules(tmp_path, CHAPTER.replace(old, new, 1)) == set()


WRONG = [
    (quiz_options.TWINS, question("哪一种做法对？", "*立即致歉", "马上致歉", "先不说话")),
    (quiz_options.TWINS, question("哪一种做法对？", "*道歉和退款", "退款、道歉", "先不说话")),
    (quiz_options.ALL_OF_THEM, question("哪一种做法对？", "*道歉", "退款", "A、B 都对")),
    (quiz_options.ALL_OF_THEM, question("哪一种做法对？", "*以上全部正确", "退款", "道歉")),
    (quiz_options.ALL_OF_THEM, question("哪一种做法对？", "*道歉", "退款", "“以上皆非”")),
    (quiz_options.LOOKS, question("哪些做法对？", "*道歉", "*退款", "拖延")),
    (quiz_stems.NEGATIVE, question("以下说法错误的是（　）。", "*甲说", "乙说", "丙说")),
    (quiz_stems.NEGATIVE, question("不属于售后服务的是哪一项？", "*广告", "安装", "回访")),
    (quiz_stems.NEGATIVE, question("下列各项中，不**属于**售后服务的是？", "*广告", "安装", "回访")),
    (quiz_stems.NEGATIVE, question("除下列哪一项外，都是售后服务？", "*广告", "安装", "回访")),
    (quiz_stems.NEGATIVE, question("下列哪一项不属于特性？", "*广告", "安装", "回访")),
    (quiz_stems.LEAK, question("他买得很冲动，这是哪一型的客户？", "*冲动型的客户", "理智型的客户", "习惯型的客户")),
    (quiz_stems.KIND, question("下列属于售后服务的是（多选）：", "*安装", "广告", "促销")),
    (quiz_stems.KIND, question("最合适的是哪一种？", "*安装", "*回访", "广告", "促销")),
    (quiz_stems.KIND, question("选出两项售后服务。", "*安装", "*回访", "*维修", "广告")),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "body"), WRONG, ids=[f"{rule.id} {body.split()[0]}" for rule, body in WRONG])
def test_what_is_wrong_is_found(tmp_path: Path, rule: Rule, body: str) -> None:
    assert rule.id in rules(tmp_path, CHAPTER.replace(SINGLE, body))


def test_chances_of_every_try() -> None:
    assert quiz_balance.at_least(0, [0.25] * 4) == pytest.approx(1)
    assert quiz_balance.at_least(4, [0.25] * 4) == pytest.approx(0.25**4)
    assert quiz_balance.at_most(0, [0.5, 0.25]) == pytest.approx(0.375)
    assert quiz_balance.at_least(1, [0.5, 0.25]) == pytest.approx(0.625)
