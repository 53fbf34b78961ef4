"""`truyenthanh doctor`: which voices can be had, which cannot, and why."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli.main import cli, speak_vietnamese
from pipeline.engines.registry import BUILT_IN
from pipeline.project import create

SERVED = """
id: may-chu
name: Máy chủ
choices:
  - engine: http
    voice: mai
    settings:
      address: http://127.0.0.1:9
      key: KHOA_MAY_CHU
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    create(tmp_path / "du-an")
    return tmp_path / "du-an"


def told(project: Path, *options: str) -> dict[str, str]:
    """The lines of the report, by their first words."""
    speak_vietnamese()
    ran = CliRunner().invoke(cli, ["doctor", "-C", str(project), *options], catch_exceptions=False)
    lines = [line for line in ran.output.splitlines() if line[1:].startswith(" bộ đọc ")]
    return {line.split(" bộ đọc ")[1].partition(":")[0]: line for line in lines}


def test_every_engine_that_speaks_is_told_of(project: Path) -> None:
    lines = told(project, "--offline")
    assert {name.split()[0] for name in lines} == set(BUILT_IN) - {"recorded", "tone"}
    assert lines["espeak vi"] == "✓ bộ đọc espeak vi: sẵn sàng."
    assert lines["gtts"].startswith("✗ ")  # the project wants it
    assert "--offline" in lines["gtts"]
    assert lines["fpt"].startswith("– ")  # nobody asked for it


def test_what_a_voice_lacks_is_named(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    (project / "voices" / "may-chu.yaml").write_text(SERVED, encoding="utf-8")
    monkeypatch.delenv("KHOA_MAY_CHU", raising=False)
    name = "http http"  # up to the colon of the address
    assert "đặt biến môi trường KHOA_MAY_CHU" in told(project)[name]
    monkeypatch.setenv("KHOA_MAY_CHU", "sk-bi-mat-lam")
    line = told(project)[name]
    assert line.startswith("✗ ")
    assert "Không nối được máy chủ" in line
    assert "bi-mat" not in line


def test_a_project_with_mistakes_is_still_examined(project: Path) -> None:
    (project / "voices" / "sai.yaml").write_text("id: [", encoding="utf-8")
    assert "espeak" in told(project, "--offline")
