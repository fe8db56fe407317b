"""Fonts: a serif and a sans with the glyphs of mainland China, as WeasyPrint will really find them.

Without them Pango would take what it has, boxes or Japanese shapes: then nothing is printed at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from failures import Failure

# In order of preference, each with the other names under which a system may know it.
SERIFS = (
    ("Noto Serif CJK SC",),
    ("Source Han Serif SC", "Source Han Serif CN", "思源宋体", "思源宋体 CN"),
    ("Noto Serif SC",),
    ("Songti SC", "宋体-简"),
    ("STSong", "华文宋体"),
    ("SimSun", "宋体", "NSimSun", "新宋体"),
)
SANS = (
    ("Noto Sans CJK SC",),
    ("Source Han Sans SC", "Source Han Sans CN", "思源黑体", "思源黑体 CN"),
    ("Noto Sans SC",),
    ("PingFang SC", "苹方-简"),
    ("Hiragino Sans GB", "冬青黑体简体中文"),
    ("Heiti SC", "黑体-简"),
    ("Microsoft YaHei", "微软雅黑"),
)
_SAMPLE = "骨角直与曜"

HELP = (
    "Debian、Ubuntu 运行 sudo apt install fonts-noto-cjk；"
    "macOS 自带宋体-简和苹方，没有的话在“字体册”里下载，或运行 brew install --cask font-noto-serif-cjk-sc font-noto-sans-cjk-sc；"
    "Windows 自带宋体和微软雅黑，没有的话在“设置→应用→可选功能”里添加“中文（简体）补充字体”。"
    "也可以装思源宋体和思源黑体。装好以后再运行一次。"
)


@dataclass(frozen=True)
class Fonts:
    """The families that a document is set in."""

    serif: str
    sans: str


def find() -> Fonts:
    """Return the first serif and the first sans of the lists that WeasyPrint finds.

    Raises:
        Failure: one of them is missing; the message says how to get it.
    """
    if not _any():
        raise Failure(f"这台电脑上一种字体也没有，所以没有继续。{HELP}")
    found = {}
    for kind, families in (("宋体", SERIFS), ("黑体", SANS)):
        family = next((family for names in families for family in names if _is_there(family, names)), None)
        if family is None:
            raise Failure(f"没有找到简体中文的{kind}，排出来会是方框或日文字形，所以没有继续。{HELP}")
        found[kind] = family
    return Fonts(found["宋体"], found["黑体"])


def _any() -> bool:
    """Tell whether the system has any font at all: without one, Pango brings the whole program down."""
    from weasyprint.text.ffi import ffi, fontconfig

    fonts = fontconfig.FcConfigGetFonts(fontconfig.FcInitLoadConfigAndFonts(), fontconfig.FcSetSystem)
    return bool(fonts != ffi.NULL and fonts.nfont)


def _is_there(family: str, names: tuple[str, ...]) -> bool:
    """Tell whether a text that asks for `family` is set in it, or in a font of one of its other `names`."""
    from weasyprint import HTML

    sample = f'<html lang="zh-CN"><p style="font-family: \'{escape(family)}\'">{_SAMPLE}'
    document = HTML(string=sample).render()
    document.write_pdf()
    return bool(document.fonts) and all(font.family in names for font in document.fonts.values())
