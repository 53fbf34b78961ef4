"""`truyenthanh lexicon` and what a new entry changes."""

from pathlib import Path

from .conftest import Command


def test_a_word_is_added_listed_explained_and_spoken(truyenthanh: Command, project: Path) -> None:
    before = truyenthanh("lexicon", "why", "Hội nghị Kalmaegi")
    assert "cao mai" not in before.stdout
    assert truyenthanh("lexicon", "add", "Kalmaegi", "cao mai").returncode == 0
    assert "Kalmaegi → cao mai  [dự án]" in truyenthanh("lexicon", "list").stdout
    explained = truyenthanh("lexicon", "why", "Bão Kalmaegi")
    assert explained.stdout.splitlines()[0] == "Bão cao mai"
    assert "Kalmaegi → cao mai  [lexicon: lexicon.project]" in explained.stdout
    assert truyenthanh("check").returncode == 0


def test_what_cannot_be_said_is_not_added(truyenthanh: Command, project: Path) -> None:
    path = project / "voices" / "lexicon" / "chung.yaml"
    before = path.read_bytes()
    done = truyenthanh("lexicon", "add", "Kalmaegi", "Kal-5 UBND")
    assert done.returncode == 3
    assert "Hãy viết ra chữ như khi nói" in done.stderr
    assert path.read_bytes() == before


def test_examples_are_tests(truyenthanh: Command, project: Path) -> None:
    path = project / "voices" / "lexicon" / "rieng.yaml"
    entry = "- written: AHLĐ\n  spoken: anh hùng lao động\n  examples:\n"
    right = "    - {written: Bác là AHLĐ, spoken: Bác là anh hùng lao động}\n"
    path.write_text(entry + right, encoding="utf-8")
    assert truyenthanh("lexicon", "test").returncode == 0
    path.write_text(entry + right.replace("Bác là anh hùng", "Bác anh hùng"), encoding="utf-8")
    done = truyenthanh("lexicon", "test")
    assert done.returncode == 1
    assert "đọc ra: Bác là anh hùng lao động" in done.stdout


def test_an_entry_may_hold_only_in_some_company(truyenthanh: Command, project: Path) -> None:
    added = truyenthanh(
        "lexicon", "add", "QX", "quỹ xã", "--before", "nộp", "--example", "nộp QX", "nộp quỹ xã"
    )
    assert added.returncode == 0
    assert "(nộp) QX → quỹ xã  [dự án]" in truyenthanh("lexicon", "list").stdout
    assert truyenthanh("lexicon", "test").returncode == 0
    assert truyenthanh("lexicon", "why", "nộp QX").stdout.startswith("nộp quỹ xã\n")
    assert "quỹ xã" not in truyenthanh("lexicon", "why", "có QX").stdout


def test_the_built_in_layer_can_be_searched(truyenthanh: Command, project: Path) -> None:
    listed = truyenthanh("lexicon", "list", "TYT").stdout
    assert listed == "TYT → trạm y tế  [có sẵn]\n"
    assert len(truyenthanh("lexicon", "list", "--all").stdout.splitlines()) > 2000


def test_a_campaign_nobody_knows_is_told(truyenthanh: Command, project: Path) -> None:
    done = truyenthanh("lexicon", "why", "Bão", "--campaign", "khong-co")
    assert done.returncode != 0
    assert "đang có" in done.stderr
