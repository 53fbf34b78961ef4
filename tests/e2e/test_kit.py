"""From approved messages to every other channel, on the command line and with each release."""

import json
from pathlib import Path

import pytest
import webvtt

from pipeline.audio.structure import structure
from tests.e2e.conftest import WEEK, Command

BULLETINS = ("bulletins", "--week", WEEK, "--station", "07288", "--offline")


def stamps(folder: Path) -> dict[str, int]:
    return {str(each): each.stat().st_mtime_ns for each in folder.rglob("*") if each.is_file()}


def aired(output: Path, message: str) -> float:
    """Seconds of a message in the first bulletin that has it."""
    manifest = json.loads((output / WEEK / "07288" / "MANIFEST.JSON").read_text("utf-8"))
    return next(
        each["end"] - each["start"]
        for bulletin in manifest["bulletins"]
        for each in bulletin["elements"]
        if each["message"] == message
    )


def test_a_release_brings_its_products_and_takes_false_ones_away(
    project: Path, truyenthanh: Command
) -> None:
    output, wrong = project / "output", project / "templates" / "kit" / "anh-vuong.typ"
    wrong.parent.mkdir(parents=True)
    wrong.write_text("#sai", encoding="utf-8")
    without = truyenthanh(*BULLETINS)
    assert without.returncode == 0, without.stderr  # a mistake there silences no station
    assert "anh-vuong.typ:1" in without.stderr
    assert truyenthanh("verify", str(output / WEEK)).returncode == 0

    wrong.unlink()
    made = truyenthanh(*BULLETINS)
    assert made.returncode == 0, made.stderr
    kits = output / "bo-tai-lieu"
    assert str(kits) in made.stderr
    folders = {path.parent.relative_to(kits).as_posix() for path in kits.glob("*/*/to-gap.pdf")}
    written = {f"{path.parent.name}/{path.stem}" for path in (project / "campaigns").glob("*/*.md")}
    assert folders == written

    message = json.loads((output / WEEK / "07288" / "MANIFEST.JSON").read_text("utf-8"))
    first = next(each for each in message["bulletins"][0]["elements"] if each["kind"] == "item")
    place = kits / first["campaign"] / first["message"]
    hours, minutes, seconds = webvtt.read(place / "phu-de.vtt")[-1].end.split(":")
    assert (hours, minutes) in (("00", "00"), ("00", "01"))
    ends = int(minutes) * 60 + float(seconds)
    assert ends + 1.5 == pytest.approx(aired(output, first["message"]), abs=0.1)

    sound = structure((place / "nghe.mp3").read_bytes())
    assert sound is not None
    seconds_heard = sound.frames * 1152 / sound.rate
    assert seconds_heard == pytest.approx(aired(output, first["message"]), abs=0.01)
    assert "nghe.mp3" in (place / "bai-web.html").read_text("utf-8")

    before = stamps(kits)
    again = truyenthanh(*BULLETINS)
    assert again.returncode == 0, again.stderr
    assert stamps(kits) == before
    assert truyenthanh("verify", str(output / WEEK)).returncode == 0

    bundle, to = output / WEEK / "07288", project / "phu-de"
    assert truyenthanh("kit", "--subtitles", str(bundle), "--to", str(to)).returncode == 0
    whole, _ = sorted(to.glob("*.vtt"))
    assert whole.with_suffix(".srt").exists()
    assert len(webvtt.read(whole)) > 5

    text = project / "campaigns" / first["campaign"] / f"{first['message']}.md"
    text.write_text(f"{text.read_text('utf-8').rstrip()}\nThêm một câu.\n", encoding="utf-8")
    changed = truyenthanh("kit")
    name = f"{first['campaign']}/{first['message']}"
    assert f"truyenthanh approve {name}" in changed.stdout
    assert not place.exists()


def test_an_office_changes_templates_and_is_told_of_a_mistake(
    project: Path, truyenthanh: Command
) -> None:
    own = project / "templates" / "kit"
    copied = truyenthanh("kit", "--templates", str(own))
    assert copied.returncode == 0, copied.stderr
    assert (own / "khung.typ").exists()
    (own / "zalo.txt").write_text("Xã ta: {{ content.title }}", encoding="utf-8")
    (own / "anh-vuong.typ").write_text("#sai", encoding="utf-8")
    kept = truyenthanh("kit", "--templates", str(own))
    assert "0 mẫu" in kept.stderr
    assert (own / "zalo.txt").read_text("utf-8") == "Xã ta: {{ content.title }}"

    named = ("ngay-30-7/hay-dung-lai", "--to", str(project / "ra"))
    wrong = truyenthanh("kit", *named)
    assert wrong.returncode == 3
    assert "anh-vuong.typ:1" in wrong.stderr

    (own / "anh-vuong.typ").unlink()
    right = truyenthanh("kit", *named, "--channel", "mang-xa-hoi")
    assert right.returncode == 0, right.stderr
    place = project / "ra" / "ngay-30-7" / "hay-dung-lai"
    assert (place / "zalo.txt").read_text("utf-8-sig").strip() == "Xã ta: Hãy dừng lại"
    assert not (place / "to-gap.pdf").exists()
