"""An abbreviation nobody knows is not recited letter by letter on air."""

from pathlib import Path

from .conftest import Command


def test_an_unknown_abbreviation_is_an_error_until_the_lexicon_knows_it(
    truyenthanh: Command, project: Path
) -> None:
    path = project / "campaigns" / "ngay-30-7" / "hay-dung-lai.md"
    text = path.read_text(encoding="utf-8") + "\nMời bà con đến trụ sở QXZB chiều nay.\n"
    path.write_text(text, encoding="utf-8")
    done = truyenthanh("check")
    place = f"campaigns/ngay-30-7/hay-dung-lai.md:{text.count(chr(10))}:23"
    assert done.returncode == 2
    assert f"{place}: không biết chữ viết tắt “QXZB”" in done.stderr
    assert '- {written: "QXZB", spoken: "…"}' in done.stderr
    assert truyenthanh("lexicon", "add", "QXZB", "quỹ xóa đói").returncode == 0
    assert truyenthanh("check").returncode == 0
