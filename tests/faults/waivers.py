"""Faults in comments that switch a rule off."""

from __future__ import annotations

from faults.fault import Fault

PAGE = "relationships/loyalty.md"
BEFORE = "### 客户忠诚度 {#loyalty-definition}\n"

FAULTS = [
    Fault("unknown rule", "TEXT-01", PAGE, BEFORE, f"<!-- allow: QUIZ-99 试一试 -->\n{BEFORE}"),
    Fault("rule that cannot be waived", "TEXT-01", PAGE, BEFORE, f"<!-- allow: LINK-04 试一试 -->\n{BEFORE}"),
    Fault("no rule", "TEXT-01", PAGE, BEFORE, f"<!-- allow: -->\n{BEFORE}"),
]
