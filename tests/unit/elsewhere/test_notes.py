"""Files that lie untouched are not read again."""

import os
from pathlib import Path

from pipeline.elsewhere.notes import Notes


def test_what_lies_untouched_is_not_asked_again(tmp_path: Path) -> None:
    file, asked = tmp_path / "a.MP3", list[str]()

    def find() -> str:
        asked.append(file.read_text())
        return asked[-1]

    def ask() -> str:
        notes = Notes(tmp_path / "sổ" / "etags.json")
        said = notes.word(file, find)
        notes.close()
        return said

    file.write_text("mot")
    before = file.stat()
    assert (ask(), ask(), asked) == ("mot", "mot", ["mot"])
    file.write_text("hai")
    if os.name == "posix":  # elsewhere no time tells
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))  # as if nothing had been
    assert ask() == "hai"
    (tmp_path / "sổ" / "etags.json").write_text("{")
    assert (ask(), asked) == ("hai", ["mot", "hai", "hai"])


def test_without_a_place_for_notes_everything_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    notes = Notes(None)
    assert [notes.word(tmp_path / "a", lambda said=said: said) for said in "ab"] == ["a", "b"]
    notes.close()
