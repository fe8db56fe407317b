"""Parts of the system that printing needs: what is missing is said in words, not by a crash."""

from __future__ import annotations

from pathlib import Path

import pytest

import typesetting


def test_nothing_is_missing_here() -> None:
    assert typesetting.complaint() == ""


def test_a_system_without_fonts_is_told_how_to_get_some(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    empty = tmp_path / "fonts.conf"
    empty.write_text('<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig></fontconfig>')
    monkeypatch.setenv("FONTCONFIG_FILE", str(empty))
    assert "fonts-noto-cjk" in typesetting.complaint()
