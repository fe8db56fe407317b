"""Faults in the form of questions: tags, options, blanks, identities, marks."""

from __future__ import annotations

from faults.fault import Fault

CUSTOMERS, RELATION = "foundations/customers.md", "foundations/customers/relationship.md"
SERVICE, STAGES = "foundations/service.md", "foundations/service/stages.md"
MINDSET, IMAGE = "foundations/service-mindset/test.md", "foundations/professionalism/image.md"
TALK, TALK_TEST = "interaction/communication.md", "interaction/communication/test.md"
EXPRESSION = "interaction/communication/expression-and-coaching.md"
MOMENTS, FOUR_STEPS = "interaction/moments-of-truth.md", "interaction/moments-of-truth/four-steps.md"
QUALITY, GAPS = "quality/service-quality.md", "quality/service-quality/gaps.md"
PROCESS, FILE = "quality/service-process/test.md", "relationships/customer-information/customer-file.md"
VALUE, VALUE_TEST = "relationships/customer-value.md", "relationships/customer-value/test.md"
SATISFIED = "relationships/satisfaction.md"
LOYALTY, CHURN, LOYALTY_TEST = (
    "relationships/loyalty.md",
    "relationships/loyalty/churn.md",
    "relationships/loyalty/test.md",
)
COMPLAINTS, PR = "complaints-and-crises/complaints/test.md", "complaints-and-crises/public-relations.md"
PR_TEST = "complaints-and-crises/public-relations/test.md"
TEAM, PERFORMANCE, TEAM_TEST = (
    "organization/team.md",
    "organization/team/performance-and-stress.md",
    "organization/team/test.md",
)
CENTER, DEVELOPMENT = "organization/contact-center-and-crm/test.md", "organization/customer-development.md"


FAULTS = [
    # QUIZ-01: tags
    Fault("the closing tag is deleted", "QUIZ-01", CUSTOMERS, "怎样待他，决定他以后去哪家。[回看：客户的定义](#customer-definition)\n</quiz>", "怎样待他，决定他以后去哪家。", "<quiz>\n<!-- q: customer-definition-1 "),
    Fault("the opening tag is deleted", "QUIZ-01", STAGES, "<quiz>\n<!-- q: aftersale-service-1 ", "<!-- q: aftersale-service-1 ", "</quiz>\n\n<quiz>\n<!-- q: aftersale-role-1 "),
    Fault("indented by an editor", "QUIZ-01", GAPS, "<quiz>\n<!-- q: quality-gap-knowledge-2 ", "    <quiz>\n<!-- q: quality-gap-knowledge-2 "),
    Fault("capitalised by a phone", "QUIZ-01", TALK, "<quiz>\n<!-- q: communication-process-3 ", "<Quiz>\n<!-- q: communication-process-3 "),
    Fault("the stem behind the tag", "QUIZ-01", DEVELOPMENT, "<quiz>\n<!-- q: development-ladder-1 ", "<quiz> 单选\n<!-- q: development-ladder-1 "),
    Fault("closed before the explanation, and again after it", "QUIZ-01", TEAM, "解析：记大型模式抓住“岗位”两个字：岗位分得细，每个岗位有人管，所以各种服务都装得下。[回看：大型企业](#large-firm-structure)\n</quiz>", "</quiz>\n\n解析：记大型模式抓住“岗位”两个字。\n  </quiz>", "  </quiz>"),
    # QUIZ-02: the form of options
    Fault("no blank after the hyphen", "QUIZ-02", RELATION, "- [x] 前台替一位房客换了房型", "-[x] 前台替一位房客换了房型"),
    Fault("no blank after the bracket", "QUIZ-02", MOMENTS, "- [ ] 店里新换的招牌", "- [ ]店里新换的招牌"),
    Fault("nothing between the brackets", "QUIZ-02", FILE, "- [ ] 公开透明，规则应当公开", "- [] 公开透明，规则应当公开"),
    Fault("full-width brackets", "QUIZ-02", QUALITY, "- [x] 可靠度\n- [ ] 忠诚度", "- ［x］ 可靠度\n- [ ] 忠诚度"),
    Fault("a full-width x", "QUIZ-02", SATISFIED, "- [x] 小佟，来前想着 5 分", "- [ｘ] 小佟，来前想着 5 分"),
    Fault("a tick for an x", "QUIZ-02", CHURN, "- [x] 评估成本\n", "- [√] 评估成本\n"),
    Fault("a star, and no blank", "QUIZ-02", PERFORMANCE, "- [ ] 保留\n", "* [ ]保留\n"),
    Fault("an option of nothing", "QUIZ-02", CENTER, "- [ ] 在菜单的开头，请客户先输燃气表号", "- [ ] "),
    # QUIZ-03: options and reasons keep together
    Fault("an option broken over two lines", "QUIZ-03", PROCESS, "- [ ] 终结阶段，结尾没有交代清楚", "- [ ] 终结阶段，\n结尾没有交代清楚", "结尾没有交代清楚"),
    Fault("a blank line between two options", "QUIZ-03", SATISFIED, "- [ ] 老耿，来前想着 9 分", "\n- [ ] 老耿，来前想着 9 分"),
    Fault("a reason behind a blank line", "QUIZ-03", LOYALTY, "> 她态度强、买得多，是真正忠诚。", "\n> 她态度强、买得多，是真正忠诚。"),
    Fault("an option behind a remark", "QUIZ-03", PR, "- [ ] 把讲解员再训一轮", "（下一项请注意）\n- [ ] 把讲解员再训一轮"),
    Fault("a reason without its mark", "QUIZ-03", VALUE, "> 形象是总价值里的一项。", "形象是总价值里的一项。"),
    # QUIZ-04: equal options
    Fault("an option pasted twice", "QUIZ-04", FOUR_STEPS, "- [ ] 探索、提议、确认、行动", "- [ ] 探索、行动、提议、确认", "- [ ] 探索、行动、提议、确认\n> 动手前"),
    Fault("equal but for width", "QUIZ-04", EXPRESSION, "- [x] 保持语速", "- [x] 保持 音量"),
    Fault("equal but for bold", "QUIZ-04", STAGES, "- [x] 变革性", "- [x] **层次性**"),
    Fault("equal with different marks", "QUIZ-04", "foundations/customers/test.md", "- [ ] 亲戚\n", "- [ ] 同事\n", "- [x] 同事"),
    # QUIZ-05: double brackets
    Fault("double brackets in a stem of choices", "QUIZ-05", SERVICE, "文献里最常见的服务特性包括哪些？", "文献里最常见的[[服务特性]]包括哪些？"),
    Fault("double brackets in an option", "QUIZ-05", LOYALTY_TEST, "- [x] 心理倾向\n", "- [x] [[心理倾向]]\n"),
    Fault("a wiki link in an explanation", "QUIZ-05", TEAM, "解析：员工在职权范围内", "解析：[[员工]]在职权范围内"),
    Fault("a second blank in the explanation", "QUIZ-05", VALUE, "题库写“终生”，通行写“终身”", "题库写“终生”，通行写“[[终身]]”"),
    # QUIZ-06: how many options
    Fault("two options left", "QUIZ-06", IMAGE, "- [ ] 站定深深鞠一躬，等客户走过来\n> 鞠躬很郑重，可客户提着重物，要的是有人搭把手。\n- [ ] 迎上去先伸右手，等客户来握手\n> 迎客时主人先伸手不错，错在客户两手都占着，只能尴尬地放下袋子。\n", "", "<quiz>\n<!-- q: greeting-etiquette-1 "),
    Fault("a verdict worded otherwise", "QUIZ-06", QUALITY, "- [ ] 正确\n> “由客户感知和评判”说惯了", "- [ ] 对\n> “由客户感知和评判”说惯了", "<quiz>\n<!-- q: quality-judge-2 "),
    Fault("the verdicts change places", "QUIZ-06", GAPS, "- [x] 正确\n- [ ] 错误\n> 你也许觉得，既然做不到就是可行性的问题。他没有试过，做不到只是他的感觉，差的正是“感知”两个字。\n", "- [ ] 错误\n> 你也许觉得。\n- [x] 正确\n", "<quiz>\n<!-- q: quality-gap-standards-factors-3 "),
    Fault("no verdicts at all", "QUIZ-06", CHURN, "- [ ] 正确\n> 字面确实像这个意思。它是 economic risk costs 的误译，说的是换了以后可能出现的坏结果。\n- [x] 错误\n", "", "<quiz>\n<!-- q: economic-risk-costs-2 "),
    # QUIZ-07: how many right ones
    Fault("the mark is gone", "QUIZ-07", RELATION, "- [x] 前台替一位房客换了房型", "- [ ] 前台替一位房客换了房型", "<quiz>\n<!-- q: relation-definition-1 "),
    Fault("both verdicts right", "QUIZ-07", TALK, "- [ ] 错误\n> “回应”两个字", "- [x] 错误\n> “回应”两个字", "<quiz>\n<!-- q: communication-skills-3 "),
    Fault("every option right", "QUIZ-07", TEAM, "- [ ] 适合人员较少的部门", "- [x] 适合人员较少的部门", "<quiz>\n<!-- q: team-large-structure-1 "),
    Fault("a multiple choice without marks", "QUIZ-07", PR_TEST, "- [x] 把规模和内容两个标准混在一起\n- [ ] 把展览的方式误当成了规模\n> 方式另有自己的一组，没有混进规模里。\n- [x] 三个名称里缺了居中的一档\n- [x] 大型而只有一个题材的展览没处放", "- [ ] 把规模和内容两个标准混在一起\n- [ ] 把展览的方式误当成了规模\n> 方式另有自己的一组，没有混进规模里。\n- [ ] 三个名称里缺了居中的一档\n- [ ] 大型而只有一个题材的展览没处放", "<quiz>\n<!-- q: pr-exhibition-size-2 "),
    # QUIZ-08: the stem
    Fault("no stem above the options", "QUIZ-08", CENTER, "燃气公司的热线有四层菜单，“漏气报修”放在第三层第四项。照本章的建议，先改哪一处？\n", "", "<quiz>\n<!-- q: ivr-5 "),
    Fault("no stem above a verdict", "QUIZ-08", VALUE, "按题库口径，一流的企业出售的是技术。\n", "\n", "<quiz>\n<!-- q: selling-idea-1 "),
    Fault("a stem of blanks", "QUIZ-08", MOMENTS, "洗衣店有一位老客人。照讲义给顾客价值下的定义，下面哪一项对她算得上？", "   ", "<quiz>\n<!-- q: mot-customer-value-1 "),
    Fault("an open question without words", "QUIZ-08", TEAM_TEST, "名词解释：共同代理。\n", "\n", "<!-- q: team-open-joint-agency "),
    # QUIZ-09: the identity
    Fault("no identity", "QUIZ-09", SERVICE, "<!-- q: service-elements-2 point: service-elements level: 应用 -->\n", "", "<quiz>\n健身教练照计划上课"),
    Fault("an id in Chinese", "QUIZ-09", STAGES, "q: customer-service-features-1 ", "q: 服务特点-1 "),
    Fault("an underscore in the id", "QUIZ-09", QUALITY, "q: quality-dimensions-1 ", "q: quality_dimensions-1 "),
    Fault("a level that is none", "QUIZ-09", LOYALTY, "point: loyalty-matrix level: 应用 -->\n按 Dick 与 Basu 的矩阵，下面哪几位", "point: loyalty-matrix level: 运用 -->\n按 Dick 与 Basu 的矩阵，下面哪几位"),
    Fault("an unknown kind of open question", "QUIZ-09", LOYALTY_TEST, "point: customer-retention level: 识记 kind: 名词解释", "point: customer-retention level: 识记 kind: 名词"),
    Fault("the identity below the stem", "QUIZ-09", PERFORMANCE, "<!-- q: staff-three-r-1 point: staff-three-r level: 识记 -->\n要最大限度发挥员工潜力，题库所说的 3R 包括下面哪些？\n", "要最大限度发挥员工潜力，题库所说的 3R 包括下面哪些？\n<!-- q: staff-three-r-1 point: staff-three-r level: 识记 -->\n", "<quiz>\n要最大限度"),
    Fault("accepted spellings for a choice", "QUIZ-09", TALK, "point: communication-barriers level: 应用 -->\n照本章的归并", "point: communication-barriers level: 应用 accept: 曲解 -->\n照本章的归并"),
    # QUIZ-10: ids used twice
    Fault("a copy keeps its id", "QUIZ-10", GAPS, "q: quality-gap-standards-factors-3 ", "q: quality-gap-knowledge-2 ", "<quiz>\n<!-- q: quality-gap-knowledge-2 point: quality-gap-standards-factors "),
    Fault("the id of another chapter", "QUIZ-10", CENTER, "q: ivr-5 ", "q: loyalty-matrix-2 ", "<quiz>\n<!-- q: loyalty-matrix-2 "),
    Fault("the id of a blank for an open question", "QUIZ-10", TALK_TEST, "q: communication-open-decoding ", "q: communication-process-3 ", "<!-- q: communication-process-3 "),
    Fault("the id of a later part", "QUIZ-10", DEVELOPMENT, "q: development-ladder-1 ", "q: pr-crisis-definition-2 ", "<quiz>\n<!-- q: pr-crisis-definition-2 "),
    # QUIZ-11: points
    Fault("a point that is not in the syllabus", "QUIZ-11", VALUE, "point: lifetime-value level: 识记 accept", "point: life-time-value level: 识记 accept"),
    Fault("a point in Chinese", "QUIZ-11", RELATION, "point: relation-definition level: 应用 -->\n下面四种往来", "point: 客我关系 level: 应用 -->\n下面四种往来"),
    Fault("no point", "QUIZ-11", SATISFIED, "q: satisfaction-definition-1 point: satisfaction-definition level", "q: satisfaction-definition-1 level"),
    Fault("a glossary term for a point", "QUIZ-11", TEAM_TEST, "point: team-joint-agency level: 识记 kind", "point: joint-agent level: 识记 kind"),
    Fault("two fields run together", "QUIZ-11", PROCESS, "q: process-three-stages-4 point: process-three-stages level: 应用", "q: process-three-stages-4 point: process-three-stages，level: 应用"),
    # QUIZ-12: explanations
    Fault("no explanation", "QUIZ-12", IMAGE, "解析：离得远、腾不出手，用致意。礼仪是替对方省事，动作标准反倒在其次。[回看：见面礼仪](#greeting-etiquette)\n", "", "</quiz>\n\n<quiz>\n<!-- q: business-etiquette-1 "),
    Fault("a link for an explanation", "QUIZ-12", PERFORMANCE, "内容已经丢失，只剩两个名称。通常把第一点理解为岗位职责和目标：先说清该做什么，才谈得上做得好不好。[回看：先明确两点](#performance-two-points)\n", "[回看：先明确两点](#performance-two-points)\n", "</quiz>\n\n<quiz>\n<!-- q: performance-appraisal-1 "),
    Fault("the answer for an explanation", "QUIZ-12", FILE, "解析：“以后也许用得上”恰好说明现在没有目的。第六条要求目的明确，限于最小范围，卖宠物用品用不着月收入。", "解析：目的明确，收集范围最小。", "</quiz>\n\n<quiz>\n<!-- q: file-contents-1 "),
    # QUIZ-13: reasons
    Fault("a reason deleted", "QUIZ-13", CUSTOMERS, "> 修琴的钱他出了，照店长的说法也算，反驳不了那句话。\n", "", "- [ ] 付过修理费来取小提琴的人"),
    Fault("a reason of blanks", "QUIZ-13", QUALITY, "> 它说的是客户今后还来不来，是第 14 章的概念，不是对这次服务提的要求。\n", ">  \n", "- [ ] 忠诚度"),
    Fault("a wrong option added without reason", "QUIZ-13", MINDSET, "- [x] 站不住，比例无来源，话术易抄\n", "- [x] 站不住，比例无来源，话术易抄\n- [ ] 站得住，设备不会自己招呼人\n", "- [ ] 站得住，设备不会自己招呼人"),
    Fault("a right option marked wrong without reason", "QUIZ-13", TALK, "- [x] 店员一边理货", "- [ ] 店员一边理货"),
    Fault("no reason in a multiple choice", "QUIZ-13", DEVELOPMENT, "> 有意向之前，先要有可能。这一级还是本课补的，题库没有写。\n", "", "- [ ] 有意向的客户"),
    # QUIZ-14: marks
    Fault("marks that do not add up", "QUIZ-14", LOYALTY_TEST, "    - 行为：此后继续购买这家企业的产品或服务。（2 分）", "    - 行为：此后继续购买这家企业的产品或服务。（1 分）", "    - 前提：客户与企业已有过初次交易"),
    Fault("a marking point without marks", "QUIZ-14", TALK_TEST, "    - 它发生在接收者收到信息以后。（1 分）", "    - 它发生在接收者收到信息以后。"),
    Fault("half-width brackets around the marks", "QUIZ-14", VALUE_TEST, "    - 时间和人：1951 年，戴克（迪基）命名。（1 分）", "    - 时间和人：1951 年，戴克（迪基）命名。(1 分)"),
    Fault("another total in the title", "QUIZ-14", TEAM_TEST, '名词解释：共同代理。\n\n??? answer "评分要点（4 分）"', '名词解释：共同代理。\n\n??? answer "评分要点（5 分）"', "    - 代理人为数人。"),
    Fault("no marking points", "QUIZ-14", "foundations/service/test.md", '名词解释：客户服务。\n\n??? answer "评分要点（4 分）"\n    - 谁来做：企业。（1 分）\n    - 靠谁做：通过自己的员工。（1 分）\n    - 拿什么做：提供产品和服务。（1 分）\n    - 为了什么：满足客户需要的行为。（1 分）\n', "名词解释：客户服务。\n", "<!-- q: service-open-customer-service "),
    # QUIZ-15: blanks
    Fault("the rule before the explanation is gone", "QUIZ-15", TEAM, "\n---\n先有标准，后有信息", "\n先有标准，后有信息", "<quiz>\n<!-- q: team-recruitment-steps-3 "),
    Fault("a blank without answer", "QUIZ-15", SERVICE, "[[客户需要]]。", "[[ ]]。", "<quiz>\n<!-- q: service-customer-need-2 "),
    Fault("five blanks", "QUIZ-15", STAGES, "围绕产品销售过程展开的一套配套服务体系", "围绕[[产品]][[销售]][[过程]]展开的一套[[配套]]服务体系", "<quiz>\n<!-- q: aftersale-management-1 "),
    Fault("spellings for a blank that is not there", "QUIZ-15", PERFORMANCE, "accept: 基石|根基 -->", "accept: 基石; 根基 -->"),
    Fault("a rule of two hyphens", "QUIZ-15", VALUE, "\n---\n题库写“终生”", "\n--\n题库写“终生”", "<quiz>\n<!-- q: lifetime-value-1 "),
]  # fmt: skip
