"""The finished document: its language by its full name, and a policy that keeps it to its own site.

A page may load from its own host only, and run no inline script that it was not built with.
"""

from __future__ import annotations

import base64
import hashlib
import re

_INLINE_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<body>.*?)</script>", re.DOTALL | re.IGNORECASE)
_CHARSET = re.compile(r"<meta charset=[^>]*>", re.IGNORECASE)


def finish(page: str, serving: bool) -> str:
    """Return the finished HTML `page`.

    Args:
        serving: whether it goes to the development server, whose live reload is an inline script added later.
    """
    # Material says zh; without a region, browsers and screen readers may take Traditional or Japanese forms.
    page = page.replace('<html lang="zh"', '<html lang="zh-CN"', 1)
    return page if serving else add_policy(page)


def add_policy(page: str) -> str:
    """Return the HTML `page` with its policy in a meta element, right behind the character set.

    The theme writes a few inline scripts, which differ from page to page: each is named by its hash. It also
    sets inline styles, which a hash cannot name.
    """
    hashes = sorted(
        {
            f"'sha256-{base64.b64encode(hashlib.sha256(match['body'].encode()).digest()).decode()}'"
            for match in _INLINE_SCRIPT.finditer(page)
            if "src=" not in match["attributes"] and "json" not in match["attributes"]
        }
    )
    policy = "; ".join(
        [
            "default-src 'self'",
            " ".join(["script-src 'self'", *hashes]),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'none'",
        ]
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return _CHARSET.sub(lambda match: match[0] + meta, page, count=1)
