"""Content security policy: a page may load from its own site only, and run no inline script it was not built with."""

from __future__ import annotations

import base64
import hashlib
import re

_INLINE_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<body>.*?)</script>", re.DOTALL | re.IGNORECASE)
_CHARSET = re.compile(r"<meta charset=[^>]*>", re.IGNORECASE)


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
