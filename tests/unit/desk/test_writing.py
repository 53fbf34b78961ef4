"""Files people write, saved by the desk: whole, in place, never over somebody else's words."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.api import Folder, load
from pipeline.api.writing import Changed, add_word, opened, save
from pipeline.errors import TruyenThanhError
from pipeline.model import Lexeme
from pipeline.project import create
from pipeline.project.wording import message, parted, values, with_values

HEAD = """\
# lời ghi chú
title: Tên cũ   # cuối dòng
topic: >-
  dieu-tra
language: vi
"""
WORDS = "Câu một.\n\nB: Câu hai."
plain = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)
lines = st.lists(plain, min_size=1, max_size=6).map(" ".join)


@given(lines)
def test_any_value_comes_back_and_the_rest_stays(value: str) -> None:
    changed = with_values(HEAD, {"title": value})
    assert values(changed, ["title", "topic", "language"]) == {
        "title": value,
        "topic": "dieu-tra",
        "language": "vi",
    }
    assert changed.startswith("# lời ghi chú\n")
    assert "# cuối dòng" in changed


def test_what_is_blank_is_filled_and_blanked_again() -> None:
    text = "hotline:   # tự điền\nsau: 1\n"
    filled = with_values(text, {"hotline": "111", "mới": "x"})
    assert filled == "hotline: '111'   # tự điền\nsau: 1\nmới: x\n"
    assert values(with_values(filled, {"hotline": ""}), ["hotline"]) == {"hotline": ""}


def test_a_message_keeps_its_head_and_takes_other_words() -> None:
    text = f"---\n{HEAD}---\n\n{WORDS}\n"
    assert message(text, {}, parted(text)[1]) == text
    assert parted(message(text, {"topic": "khac"}, "Khác."))[1] == "Khác.\n"
    assert "# lời ghi chú" in message(text, {"topic": "khac"}, "Khác.")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    create(tmp_path / "du-an")
    return Folder(tmp_path / "du-an")


NAME = "campaigns/phong-chong-mua-ban-nguoi/hay-thuoc-so-111.md"


def test_a_save_over_other_words_writes_nothing(folder: Folder) -> None:
    loaded = opened(folder, NAME)
    (folder.root / NAME).write_text("sửa ở nơi khác", encoding="utf-8")
    with pytest.raises(Changed) as found:
        save(folder, NAME, "của tôi", loaded.digest)
    assert found.value.now.text == "sửa ở nơi khác"
    assert save(folder, NAME, "của tôi", found.value.now.digest).text == "của tôi"


def test_a_new_file_is_never_over_one_that_is_there(folder: Folder) -> None:
    with pytest.raises(Changed):
        save(folder, NAME, "mới", "")


@pytest.mark.parametrize(
    "name",
    [
        "../ngoai.yaml",
        "campaigns/../../x/y.md",
        "campaigns/a/../../project.yaml",
        "/etc/passwd",
        "campaigns/a/duyet.yaml",
        "duyet.yaml",
        ".truyenthanh/lock",
        "campaigns/a/.an.md",
        "campaigns\\a\\b.md",
        "campaigns/a/b.md\0",
        "campaigns/a/b\n.md",
        "output/index.html",
        "",
    ],
)
def test_nothing_else_can_be_opened_or_written(folder: Folder, name: str) -> None:
    with pytest.raises(TruyenThanhError):
        opened(folder, name)
    with pytest.raises(TruyenThanhError):
        save(folder, name, "x", "")


def test_a_link_out_of_the_project_is_not_followed(folder: Folder, tmp_path: Path) -> None:
    outside = tmp_path / "ngoai.md"
    outside.write_text("riêng")
    (folder.root / "campaigns" / "a").mkdir()
    (folder.root / "campaigns" / "a" / "b.md").symlink_to(outside)
    with pytest.raises(TruyenThanhError):
        opened(folder, "campaigns/a/b.md")


def test_a_word_mended_twice_stands_once(folder: Folder) -> None:
    path = folder.root / "voices" / "lexicon" / "chung.yaml"
    before = path.read_text("utf-8") if path.exists() else ""
    for spoken in ("quỹ xóa đói", "quỹ xóa đói giảm nghèo"):
        add_word(folder, Lexeme(written="QXZB", spoken=spoken))
        add_word(folder, Lexeme(written="QXZB", spoken="quy xê", after=("xã",)))
    found = [each for each in load(folder.root).lexicon if each.written == "QXZB"]
    assert [each.spoken for each in found] == ["quỹ xóa đói giảm nghèo", "quy xê"]
    assert path.read_text("utf-8").startswith(before)


def test_what_is_no_plain_speech_is_refused_and_nothing_written(folder: Folder) -> None:
    before = load(folder.root).lexicon
    with pytest.raises(TruyenThanhError):
        add_word(folder, Lexeme(written="QXZB", spoken="QX 12"))
    assert load(folder.root).lexicon == before
