"""Faults in the wording of questions: stems, options, explanations, reasons, links back."""

from __future__ import annotations

from faults.fault import Fault

CUSTOMERS, RELATION = "foundations/customers.md", "foundations/customers/relationship.md"
SERVICE, STAGES, SERVICE_TEST = "foundations/service.md", "foundations/service/stages.md", "foundations/service/test.md"
MINDSET = "foundations/service-mindset/test.md"
IMAGE, ETHICS_TEST = "foundations/professionalism/image.md", "foundations/professionalism/test.md"
TALK, EXPRESSION = "interaction/communication.md", "interaction/communication/expression-and-coaching.md"
TYPES_TEST, MOMENTS_TEST = "interaction/customer-types/test.md", "interaction/moments-of-truth/test.md"
MOMENTS = "interaction/moments-of-truth.md"
QUALITY, GAPS = "quality/service-quality.md", "quality/service-quality/gaps.md"
PROCESS = "quality/service-process/test.md"
FILE = "relationships/customer-information/customer-file.md"
VALUE, ACCOUNTS_TEST = "relationships/customer-value.md", "relationships/key-accounts/test.md"
SATISFIED_TEST = "relationships/satisfaction/test.md"
LOYALTY, CHURN, LOYALTY_TEST = (
    "relationships/loyalty.md",
    "relationships/loyalty/churn.md",
    "relationships/loyalty/test.md",
)
COMPLAINTS_TEST, PR_TEST = "complaints-and-crises/complaints/test.md", "complaints-and-crises/public-relations/test.md"
TEAM, PERFORMANCE = "organization/team.md", "organization/team/performance-and-stress.md"
CENTER_TEST, DEVELOPMENT = "organization/contact-center-and-crm/test.md", "organization/customer-development.md"
DEVELOPMENT_TEST = "organization/customer-development/test.md"

FAULTS = [
    # QUIZ-17: options that say the same
    Fault("another punctuation mark", "QUIZ-17", MINDSET, "- [ ] 站得住，话术比设备更难被模仿", "- [ ] 站得住：硬件早晚会被别人抄走"),
    Fault("one particle more", "QUIZ-17", IMAGE, "- [ ] 低头先填单子，等客户开口再答", "- [ ] 站定了深深地鞠一躬，等客户走过来"),
    Fault("a word of the same meaning", "QUIZ-17", EXPRESSION, "- [x] 找出逻辑顺序", "- [x] 保持着音量", "- [x] 保持音量"),
    Fault("the parts in another order", "QUIZ-17", FILE, "- [ ] 公开透明，规则应当公开", "- [ ] 信息应当准确，保证质量"),
    Fault("one character of fifteen", "QUIZ-17", CUSTOMERS, "- [ ] 替供货商送琴凳来的司机师傅", "- [ ] 付过修理费来拿小提琴的人"),
    Fault("可以 and 能", "QUIZ-17", SATISFIED_TEST, "- [ ] 等候的时间再短些", "- [ ] 候诊区可以借到充电线", "- [ ] 候诊区可以借到充电线"),
    # QUIZ-18: what is denied is not bold
    Fault("不属于 without bold", "QUIZ-18", SERVICE_TEST, "按讲义，下列哪一项**不**属于服务的特性？", "按讲义，下列哪一项不属于服务的特性？"),
    Fault("the wrong word in bold", "QUIZ-18", FILE, "这主要违反了《个人信息保护法》的哪一条原则？", "按《个人信息保护法》，下列说法**不当**之外都对，错误的是哪一项？"),
    Fault("错误的是 with brackets to fill", "QUIZ-18", TYPES_TEST, "“距离服务”和“远程服务”最根本的差别在哪里？", "关于“距离服务”和“远程服务”，下列说法错误的是（　）。"),
    Fault("除……外", "QUIZ-18", QUALITY, "题库所列客户对服务的五个要求，包括下面哪些？", "除下面哪些以外，都属于题库所列客户对服务的五个要求？"),
    Fault("a denial turned into a question", "QUIZ-18", GAPS, "下面哪些是讲义用来弥合差距一（管理者认识差距）的措施？", "下面哪些不是讲义用来弥合差距一（管理者认识差距）的措施？"),
    Fault("没有 at the end of a story", "QUIZ-18", MOMENTS_TEST, "婚庆公司筹备一场婚礼，下面哪些做法体现的是“协调”这项原则？", "婚庆公司筹备一场婚礼。下面哪些做法没有体现“协调”这项原则？"),
    Fault("选出不恰当的", "QUIZ-18", MINDSET, "便砍掉全部的设备预算，改买一套现成的话术。怎样评价？", "便砍掉全部的设备预算，改买一套现成的话术。请选出不恰当的一种评价。"),
    # QUIZ-19: options about options
    Fault("以上都对", "QUIZ-19", RELATION, "- [ ] 酒店经理到旅游局开会，谈下个月的卫生检查", "- [ ] 以上都对"),
    Fault("以上都不是, quoted", "QUIZ-19", SERVICE, "- [ ] 及时性\n", "- [ ] 以上都不是。\n"),
    Fault("letters of other options", "QUIZ-19", CENTER_TEST, "- [ ] 把按 0 转人工，挪到第四层的末尾", "- [ ] A 和 C"),
    Fault("letters with both", "QUIZ-19", COMPLAINTS_TEST, "- [ ] 期望\n> 住户没有要求", "- [ ] A、D 都对\n> 住户没有要求"),
    Fault("all of the above, the right one", "QUIZ-19", PERFORMANCE, "- [x] 奖励\n", "- [x] 上述各项都是\n"),
    Fault("none of them", "QUIZ-19", ACCOUNTS_TEST, "- [ ] 被动型\n> 种植户没有来找她", "- [ ] 全都不对\n> 种植户没有来找她"),
    Fault("no right answer", "QUIZ-19", DEVELOPMENT, "- [ ] 普通的购买者", "- [ ] 没有正确答案"),
    # QUIZ-20: the stem tells
    Fault("the right option in the stem", "QUIZ-20", ACCOUNTS_TEST, "按题库口径，这是哪一种客户关系？\n- [ ] 伙伴型", "她很能动。按题库口径，这是哪一种客户关系？\n- [ ] 伙伴型"),
    Fault("a blank answered beside it", "QUIZ-20", LOYALTY, "还继续购买它的产品或服务，这个程度叫作 [[客户保留度]]。", "还继续购买它的产品或服务，这个程度叫作客户保留度，即 [[客户保留度]]。"),
    Fault("the chapter's title above the blank", "QUIZ-20", STAGES, "按题库的定义，围绕产品销售过程展开", "按“售后服务管理”一节，围绕产品销售过程展开"),
    Fault("what all options share does not count", "QUIZ-20", COMPLAINTS_TEST, "住户还是来了一片投诉：“早说一声，我也接两桶水。”", "住户投诉物业不与他们沟通：“早说一声，我也接两桶水。”"),
    Fault("one of several right ones", "QUIZ-20", CHURN, "下面哪些属于程序性转换成本？", "下面哪些和学习一样属于程序性转换成本？"),
    Fault("a right option in the story", "QUIZ-20", DEVELOPMENT, "按题库口径，一般客户发展阶梯的第一步是哪一种客户？", "潜在的客户还没有买过。按题库口径，一般客户发展阶梯的第一步是哪一种客户？"),
    # QUIZ-24: what is asked for and what is marked
    Fault("哪一项 with three right", "QUIZ-24", VALUE, "按题库口径，客户付出的成本包括哪些？", "按题库口径，客户付出的成本是哪一项？"),
    Fault("哪些 with one right", "QUIZ-24", FILE, "这主要违反了《个人信息保护法》的哪一条原则？", "这违反了《个人信息保护法》的哪些原则？"),
    Fault("哪两项 with three right", "QUIZ-24", TEAM, "按题库口径，大型企业客服部的组织结构模式有哪些特点？", "按题库口径，大型企业客服部的组织结构模式有哪两个特点？"),
    Fault("a mark lost, 哪些 stays", "QUIZ-24", SATISFIED_TEST, "- [x] 收费与报价一致", "- [ ] 收费与报价一致\n> 收费也是。", "口腔诊所的下面几样"),
    Fault("a second mark, 哪一种 stays", "QUIZ-24", RELATION, "- [ ] 酒店的两位前台换班，一个交房卡，一个清点", "- [x] 酒店的两位前台换班，一个交房卡，一个清点", "下面四种往来，哪一种属于"),
    Fault("（多选） over one right option", "QUIZ-24", MOMENTS, "下面哪一项对她算得上？", "下面哪一项对她算得上？（多选）"),
    Fault("a question that no verdict answers", "QUIZ-24", PR_TEST, "题库谈开放参观，把安全保卫列为最要紧的一项工作。", "题库谈开放参观，把什么列为最要紧的一项工作？"),
    # QUIZ-25: blanks that take one spelling only
    Fault("a long name", "QUIZ-25", LOYALTY, " accept: 保留度|顾客保留度|客户保持度|保持度 -->", " -->", "客户与企业做过第一笔交易以后"),
    Fault("a term and its short form", "QUIZ-25", DEVELOPMENT_TEST, " accept: 产品专业介绍 -->", " -->", "产品知识服务的五种形式里，不借公众媒体"),
    Fault("a number", "QUIZ-25", "interaction/moments-of-truth/test.md", " accept: 十五 -->", " -->", "卡尔松书中那笔账里"),
    Fault("letters", "QUIZ-25", "organization/contact-center-and-crm.md", " accept: IVR系统|交互式语音应答|交互语音应答|互动式语音应答|交互式自动语音应答|自动语音应答 -->", " -->", "按题库口径，呼叫中心实现自动服务"),
    Fault("the second blank is forgotten", "QUIZ-25", "relationships/loyalty/test.md", "accept: 伪忠诚|假忠诚|虚伪忠诚; 没有忠诚|无忠诚|非忠诚 -->", "accept: ; 没有忠诚|无忠诚|非忠诚 -->", "按 Dick 与 Basu（1994），态度弱"),
    Fault("only itself for a variant", "QUIZ-25", "relationships/satisfaction.md", "accept: 一九八六|1986 年 -->", "accept: 1986 -->", "按题库口径，CS 战略在美国"),
    # QUIZ-22: explanations and reasons that say nothing
    Fault("the stem again for an explanation", "QUIZ-22", RELATION, "解析：客我关系要有“客”和“我”，还要正处在服务与被服务的位置上。换房型这几分钟，两个人正好站在这两个位置。", "解析：所以正确答案是 C，前台替一位房客换了房型，讲清了差价的算法，属于讲义所说的客我关系。"),
    Fault("an explanation of one word", "QUIZ-22", PROCESS, "解析：环节往前走，顾客拿每一条新消息与旧的对照。三个日期对不上，她就谁也不信了。", "解析：故选 D。"),
    Fault("a blank's explanation repeats it", "QUIZ-22", VALUE, "题库写“终生”，通行写“终身”，指的是同一件事：整个关系期里的净收益，折算到今天。", "答案是终生价值，衡量一位客户对企业值多少要看终生价值。"),
    Fault("a reason that says wrong", "QUIZ-22", CENTER_TEST, "> 声音好听了，着急的人还是要听到第三层。", "> 这种做法不对。"),
    Fault("a reason that repeats its option", "QUIZ-22", FILE, "> 表就摆在客户面前，没有瞒着他；瞒着才归这一条。", "> 公开透明，规则应当公开，不是正确答案。"),
    Fault("one reason for two options", "QUIZ-22", SERVICE, "> 它在讲义的五种里。保修期内的修理不单独收费，所以不算公认的特性。", "> 它是题库所说“客户服务”的特点，和“服务”的特性是两道题。", "> 它是题库所说“客户服务”的特点，和“服务”的特性是两道题。\n- [x] 易逝性"),
    Fault("not fitting the question", "QUIZ-22", TALK, "> 隔得远，信息还在路上就缺了一大块，归在“路上”。", "> 与题意不符，干扰项。"),
    # QUIZ-26: the way back
    Fault("no link", "QUIZ-26", STAGES, "同样是教，时间不同，阶段就不同。[回看：售后服务](#aftersale-service)", "同样是教，时间不同，阶段就不同。"),
    Fault("a link to the page's head", "QUIZ-26", SATISFIED_TEST, "先补它们，再谈充电线。[回看：哪些值得超越](../satisfaction.md#kano)", "先补它们，再谈充电线。[回看：客户满意](../satisfaction.md)"),
    Fault("a link to another chapter", "QUIZ-26", GAPS, "问、去、听、少隔几层。[回看：差距一](#gap-knowledge)", "问、去、听、少隔几层。[回看：客户流失](../../relationships/loyalty/churn.md#churn-types)"),
    Fault("a link to the neighbour's section", "QUIZ-26", PERFORMANCE, "才谈留下、多买、带人来。[回看：员工的 3R](#staff-three-r)", "才谈留下、多买、带人来。[回看：先明确两点](#performance-two-points)"),
    Fault("a link outside", "QUIZ-26", LOYALTY, "题面换成信赖、维护、心理倾向，问的就是客户忠诚度了。[回看：客户保留度](#customer-retention)", "题面换成信赖、维护、心理倾向，问的就是客户忠诚度了。[回看](https://example.org/#customer-retention)"),
    Fault("a link to a section that is not there", "QUIZ-26", DEVELOPMENT, "请试用的功夫就没有地方放了。[回看：客户发展阶梯](#development-ladder)", "请试用的功夫就没有地方放了。[回看：客户发展阶梯](#ladder)"),
    # QUIZ-27: looks
    Fault("a multiple choice of three", "QUIZ-27", ETHICS_TEST, "- [ ] 妆容要浓淡随场合\n> 随场合变化是 TPO 的道理，讲义对化妆只说淡妆。\n", "", "<quiz>\n<!-- q: dress-matching-2 "),
    Fault("the right one tells everything", "QUIZ-27", CUSTOMERS, "- [x] 试弹了半小时没有买的学生", "- [x] 试弹了半小时没有买的学生，他今天虽然没有花钱，以后却可能来买，所以仍是客户"),
    Fault("one option of a whole story", "QUIZ-27", EXPRESSION, "- [ ] 大胆地说\n", "- [ ] 大胆地说，哪怕说错了也没有关系，因为客户多半听不出来\n"),
    Fault("absolute words in the wrong ones only", "QUIZ-27", IMAGE, "- [ ] 站定深深鞠一躬，等客户走过来\n> 鞠躬很郑重，可客户提着重物，要的是有人搭把手。\n- [ ] 迎上去先伸右手，等客户来握手", "- [ ] 一定要深鞠一躬，等客户过来\n> 鞠躬很郑重，可客户提着重物，要的是有人搭把手。\n- [ ] 永远先伸出右手，等客户来握手"),
    Fault("a right option twice as long", "QUIZ-27", PR_TEST, "- [x] 三个名称里缺了居中的一档", "- [x] 三个名称里缺了居中的一档，所以不大不小的展览就没有地方可以归进去，这是分类上的毛病"),
]  # fmt: skip
