"""Faults against the double entry of answers, in the chapters and in docs/answer-key.yml."""

from __future__ import annotations

from faults.fault import Fault

KEY = "answer-key.yml"
CUSTOMERS, STAGES = "foundations/customers.md", "foundations/service/stages.md"
TALK, MOMENTS = "interaction/communication.md", "interaction/moments-of-truth.md"
QUALITY, GAPS = "quality/service-quality.md", "quality/service-quality/gaps.md"
VALUE, LOYALTY, LOYALTY_TEST = (
    "relationships/customer-value.md",
    "relationships/loyalty.md",
    "relationships/loyalty/test.md",
)
SATISFIED_TEST, PR_TEST = "relationships/satisfaction/test.md", "complaints-and-crises/public-relations/test.md"
TEAM, CENTER_TEST = "organization/team.md", "organization/contact-center-and-crm/test.md"
DEVELOPMENT = "organization/customer-development.md"

KANO = """satisfaction-kano-3:
  question: d3f6d3da
  answer:
  - 器械逐人消毒
  - 收费与报价一致
  point: satisfaction-kano
  proof: relationships/satisfaction.md#kano
"""

FAULTS = [
    # KEY-01: never accepted
    Fault("a new id for an old question", "KEY-01", MOMENTS, "q: mot-customer-value-1 ", "q: mot-customer-value-91 ", "<quiz>\n<!-- q: mot-customer-value-91 "),
    Fault("an entry deleted", "KEY-01", KEY, KANO, "", "<quiz>\n<!-- q: satisfaction-kano-3 ", f"docs/{SATISFIED_TEST}"),
    Fault("an entry under a misspelt id", "KEY-01", KEY, "ivr-5:\n", "ivr-55:\n", "<quiz>\n<!-- q: ivr-5 ", f"docs/{CENTER_TEST}"),
    Fault("a new open question", "KEY-01", LOYALTY_TEST, "<!-- q: loyalty-open-retention ", '<!-- q: loyalty-open-new point: customer-retention level: 识记 kind: 简答 -->\n写出保留率的算法。\n\n??? answer "评分要点（1 分）"\n    - 期末还在的除以期初的。（1 分）\n\n<!-- q: loyalty-open-retention ', "<!-- q: loyalty-open-new "),
    # KEY-02: two answers
    Fault("the mark moves", "KEY-02", CUSTOMERS, "- [ ] 替供货商送琴凳来的司机师傅\n> 他也没掏钱，可他是来送货的，这一刻看不出要买什么、用什么。\n- [x] 试弹", "- [x] 替供货商送琴凳来的司机师傅\n> 他也没掏钱，可他是来送货的，这一刻看不出要买什么、用什么。\n- [ ] 试弹", "<quiz>\n<!-- q: customer-definition-1 "),
    Fault("a second mark makes it a multiple choice", "KEY-02", DEVELOPMENT, "- [ ] 普通的购买者", "- [x] 普通的购买者", "<quiz>\n<!-- q: development-ladder-1 "),
    Fault("a verdict turned round", "KEY-02", QUALITY, "- [ ] 正确\n> “由客户感知和评判”说惯了，很容易推到这一步。客户看不见的安全装置，不在他打分的范围里。\n- [x] 错误", "- [x] 正确\n- [ ] 错误", "<quiz>\n<!-- q: quality-judge-2 "),
    Fault("another word in the blank", "KEY-02", TALK, "这一步叫 [[译码]]", "这一步叫 [[解码]]", "<quiz>\n<!-- q: communication-process-3 "),
    Fault("a spelling no longer accepted", "KEY-02", VALUE, "|顾客终身价值|CLV|LTV -->", "|顾客终身价值|CLV -->", "<quiz>\n<!-- q: lifetime-value-1 "),
    Fault("the entry changed, not the chapter", "KEY-02", KEY, "  - 15|十五\n  point: mot-definition\n", "  - 16|十六\n  point: mot-definition\n", "<quiz>\n<!-- q: mot-definition-6 ", "docs/interaction/moments-of-truth/test.md"),
    Fault("a marking point reworded", "KEY-02", LOYALTY_TEST, "    - 行为：此后继续购买这家企业的产品或服务。（2 分）", "    - 行为：此后还喜欢这家企业。（2 分）", "<!-- q: loyalty-open-retention "),
    # KEY-03: asked otherwise
    Fault("an hour more in the stem", "KEY-03", CENTER_TEST, "“漏气报修”放在第三层第四项", "“漏气报修”放在第一层第四项", "<quiz>\n<!-- q: ivr-5 "),
    Fault("a wrong option reworded", "KEY-03", STAGES, "- [ ] 易变性\n> 与变革性", "- [ ] 易逝性\n> 与变革性", "<quiz>\n<!-- q: customer-service-features-1 "),
    Fault("the options change places", "KEY-03", QUALITY, "- [x] 专业度\n- [ ] 满意度\n> 满意度是客户比完期望和感受之后的结果，名字也带“度”，所以最容易混进来。\n- [x] 可靠度", "- [x] 专业度\n- [x] 可靠度\n- [ ] 满意度\n> 满意度是客户比完期望和感受之后的结果，名字也带“度”，所以最容易混进来。", "<quiz>\n<!-- q: quality-dimensions-1 "),
    Fault("another fingerprint in the key", "KEY-03", KEY, "  question: b1229d3b\n", "  question: b1229d3c\n", "<quiz>\n<!-- q: pr-crisis-definition-2 ", f"docs/{PR_TEST}"),
    Fault("a not slips in", "KEY-03", GAPS, "照文献的原名，这反映的是可行性感知。", "照文献的原名，这反映的不是可行性感知。", "<quiz>\n<!-- q: quality-gap-standards-factors-3 "),
    # KEY-04: gone
    Fault("a question renamed", "KEY-04", TEAM, "q: team-recruitment-steps-3 ", "q: team-recruitment-steps-33 ", "team-recruitment-steps-3:\n", "docs/answer-key.yml"),
    Fault("a question hidden in a fence", "KEY-04", PR_TEST, "<quiz>\n<!-- q: pr-crisis-definition-2 ", "```\n<quiz>\n<!-- q: pr-crisis-definition-2 ", "pr-crisis-definition-2:\n", "docs/answer-key.yml"),
    Fault("an identity broken in two", "KEY-04", LOYALTY, "<!-- q: loyalty-matrix-2 point", "<!-- q: loyalty-matrix-2\npoint", "loyalty-matrix-2:\n", "docs/answer-key.yml"),
    Fault("an entry for a question that never was", "KEY-04", KEY, "satisfaction-kano-3:\n", "satisfaction-kano-0:\n  question: d3f6d3da\n  answer: [甲]\n  point: satisfaction-kano\n  proof: relationships/satisfaction.md#kano\n\nsatisfaction-kano-3:\n"),
    # KEY-05: used again
    Fault("the id of a question that was deleted", "KEY-05", KEY, "  point: ivr\n  proof: organization/contact-center-and-crm.md#ivr\n\nacd-2:", "  point: ivr\n  proof: organization/contact-center-and-crm.md#ivr\n  retired: 与另一题重复\n\nacd-2:", "<quiz>\n<!-- q: ivr-5 ", f"docs/{CENTER_TEST}"),
    Fault("an entry pasted twice", "KEY-05", KEY, KANO, f"{KANO}\n{KANO}", f"{KANO}\nsatisfaction-vertical-3:"),
    Fault("two entries under one id after a merge", "KEY-05", KEY, "satisfaction-vertical-3:\n", "satisfaction-kano-3:\n", "satisfaction-kano-3:\n  question: f4d7edb5"),
    Fault("retired in the key, alive in the chapter", "KEY-05", KEY, "  point: pr-crisis-definition\n  proof: complaints-and-crises/public-relations.md#pr-crisis-definition\n\npr-crisis-management-definition-2:", "  point: pr-crisis-definition\n  proof: complaints-and-crises/public-relations.md#pr-crisis-definition\n  retired: 题意不清\n\npr-crisis-management-definition-2:", "<quiz>\n<!-- q: pr-crisis-definition-2 ", f"docs/{PR_TEST}"),
    # KEY-06: the proof
    Fault("a proof without anchor", "KEY-06", KEY, "  proof: relationships/satisfaction.md#kano\n\nsatisfaction-vertical-3:", "  proof: relationships/satisfaction.md\n\nsatisfaction-vertical-3:", "satisfaction-kano-3:\n"),
    Fault("a proof on a page that is not there", "KEY-06", KEY, "  proof: organization/team.md#recruitment-steps\n\nteam-hiring-checks-1:", "  proof: organization/teams.md#recruitment-steps\n\nteam-hiring-checks-1:", "team-recruitment-steps-3:\n"),
    Fault("a proof in another section", "KEY-06", KEY, "  proof: relationships/loyalty.md#customer-retention\n\nloyalty-open-malicious:", "  proof: relationships/loyalty.md#loyalty-ladder\n\nloyalty-open-malicious:", "loyalty-open-retention:\n"),
    Fault("a proof behind a slash", "KEY-06", KEY, "  proof: organization/contact-center-and-crm.md#ivr\n\nacd-2:", "  proof: /organization/contact-center-and-crm.md#ivr\n\nacd-2:", "ivr-5:\n"),
    Fault("the section is renamed", "KEY-06", LOYALTY, "{#customer-retention}", "{#retention}", "customer-retention-1:\n", "docs/answer-key.yml"),
    Fault("a question's own words prove nothing", "KEY-06", KEY, "  proof: relationships/satisfaction.md#satisfaction-degree\n\nsatisfaction-degree-2:", "  proof: relationships/satisfaction/test.md#chapter-test\n\nsatisfaction-degree-2:", "satisfaction-degree-1:\n"),
    # KEY-07: the point
    Fault("another point in the chapter", "KEY-07", VALUE, "q: lifetime-value-1 point: lifetime-value ", "q: lifetime-value-1 point: total-value ", "<quiz>\n<!-- q: lifetime-value-1 "),
    Fault("another point in the key", "KEY-07", KEY, "  point: satisfaction-kano\n  proof: relationships/satisfaction.md#kano\n\nsatisfaction-vertical-3:", "  point: satisfaction-vertical\n  proof: relationships/satisfaction.md#kano\n\nsatisfaction-vertical-3:", "<quiz>\n<!-- q: satisfaction-kano-3 ", f"docs/{SATISFIED_TEST}"),
    Fault("a point of another chapter", "KEY-07", TEAM, "q: team-recruitment-steps-3 point: team-recruitment-steps ", "q: team-recruitment-steps-3 point: loyalty-ladder ", "<quiz>\n<!-- q: team-recruitment-steps-3 "),
    Fault("an open question's point", "KEY-07", LOYALTY_TEST, "q: loyalty-open-retention point: customer-retention ", "q: loyalty-open-retention point: loyalty-definition ", "<!-- q: loyalty-open-retention "),
    # KEY-08: order and form
    Fault("an entry put at the end of the file's head", "KEY-08", KEY, "customer-definition-1:\n  question:", f"{KANO}\ncustomer-definition-1:\n  question:", "customer-definition-1:\n"),
    Fault("two neighbours change places", "KEY-08", KEY, f"{KANO}\nsatisfaction-vertical-3:\n  question: f4d7edb5\n", f"satisfaction-vertical-3:\n  question: f4d7edb5\n  answer: [甲]\n  point: a\n  proof: a\n\n{KANO}\nx:\n  question: f4d7edb5\n", "satisfaction-kano-3:\n"),
    Fault("a fingerprint cut off", "KEY-08", KEY, "  question: ce092d87\n", "  question: ce092d8\n", "team-recruitment-steps-3:\n"),
    Fault("no fingerprint", "KEY-08", KEY, "  question: fdb4f5fe\n", "  question: ''\n", "ivr-5:\n"),
    Fault("an empty answer", "KEY-08", KEY, "  answer:\n  - 15|十五\n", "  answer: []\n", "mot-definition-6:\n"),
    Fault("a retired entry among the living", "KEY-08", KEY, "satisfaction-kano-3:\n", "gone-1:\n  question: d3f6d3da\n  answer: [甲]\n  point: satisfaction-kano\n  proof: relationships/satisfaction.md#kano\n  retired: 重复\n\nsatisfaction-kano-3:\n", "satisfaction-kano-3:\n"),
]  # fmt: skip
