"""Broken YAML: one problem a file, at its place, and nothing that only follows from it."""

from pathlib import Path

import pytest

from pipeline.project import load

from .kit import STATION, edit, placed, problems, starter, write

UNCHANGED = "profile: usb"


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("times: [05:30, 17:00] ", "times: [05:30, 17:00 ", "17:8 yaml.bracket"),
        ("name: xã Yên Thế", 'name: "xã Yên Thế', "3:7 yaml.quote"),
        ("name: xã Yên Thế", "name: xã: Yên Thế", "3:9 yaml.colon"),
        ("name: xã Yên Thế", "name xã Yên Thế", "3:1 yaml.colon"),
        ("name: xã Yên Thế", "name: *yên", "3:7 yaml.quote"),
        ("name: xã Yên Thế", "name: @yên", "3:7 yaml.quote"),
        ("name: xã Yên Thế", "name: xã Yên Thế\n---\na: b", "4:1 yaml.document"),
        ("- opens: 05:30\n    closes", "- opens: 05:30\n\tcloses", "9:1 yaml.tab"),
        ("- opens: 05:30\n    closes", "- opens: 05:30\n   closes", "9:4 yaml.indent"),
        (UNCHANGED, "profile: usb\nprofile: usb", "20:1 yaml.duplicate-key"),
        (UNCHANGED, "profile: &p usb\nexternal_ids: {a: *p}", "19:10 yaml.alias"),
        (UNCHANGED, "external_ids: {a: " + "[" * 3000 + "]" * 3000 + "}", "1:1 yaml.deep"),
        (UNCHANGED, 'external_ids: {a: "\\0"}', "19:19 file.character"),
        (UNCHANGED, 'external_ids: {a: "\\uD800"}', "19:19 file.character"),
        (UNCHANGED, "external_ids:\n  ? [a]\n  : b", "20:5 yaml.key"),
    ],
)
def test_the_place_and_kind_of_broken_yaml(tmp_path: Path, old: str, new: str, where: str) -> None:
    edit(write(tmp_path), STATION, old, new)
    assert placed(tmp_path) == [f"{STATION}:{where}"]


@pytest.mark.parametrize(
    ("content", "where"),
    [
        (b"", "1:1 yaml.empty"),
        (b"# \n", "1:1 yaml.empty"),
        (b"- code\n", "1:1 field.wrong"),
        (b"code", "1:1 field.wrong"),
        (b"%YAML 9.9\n---\na: 1", "1:1 yaml.broken"),
        (b"name: x\n\x00", "2:1 file.character"),
        ("name: xã\u2028".encode(), "1:9 file.character"),
        (("x" * 200_001).encode(), "1:1 file.large"),
        ("name: xã Yên Thế".encode("utf-16"), "1:1 file.encoding"),
        ("name: xa\nname: xã".encode("latin-1"), "2:8 file.encoding"),
        ("ghi chú\nname: x\xb7 Yªn ThÕ".encode("latin-1"), "1:7 file.encoding"),
    ],
)
def test_a_file_that_holds_no_fields_is_one_problem(
    tmp_path: Path, content: bytes, where: str
) -> None:
    write(tmp_path, **{STATION: content})
    assert placed(tmp_path) == [f"{STATION}:{where}"]


@pytest.mark.parametrize(
    "harmless",
    [
        lambda text: b"\xef\xbb\xbf" + text,
        lambda text: text.replace(b"\n", b"\r\n"),
        lambda text: text.replace(b"\n", b"\r"),
        lambda text: text.replace(b"05:30", b'"05:30"').replace(b"17:00", b"'17:00'"),
        lambda text: text.replace(b"05:30", b"5h30").replace(b"17:00", b"17g00"),
        lambda text: text.replace(b'"07288"', b"07288"),
    ],
)
def test_what_editors_and_people_do_is_understood(tmp_path: Path, harmless: object) -> None:
    assert callable(harmless)
    as_it_was = load(write(tmp_path / "a"))
    assert load(write(tmp_path / "b", **{STATION: harmless(starter()[STATION])})) == as_it_was


def test_a_tab_is_called_a_tab(tmp_path: Path) -> None:
    edit(write(tmp_path), STATION, "- opens: 05:30\n", "- opens: 05:30\n\t")
    (problem,) = problems(tmp_path)
    assert "Tab" in problem.what
    assert "dấu cách" in problem.fix
