"""What published weeks tell of messages; what cannot be read is passed over."""

from pathlib import Path

from pipeline.kit import measured
from pipeline.publish import publish
from pipeline.store import MemoryStore
from tests.unit.publish import kit


def published(to: Path) -> Path:
    store, plan = MemoryStore(), kit.make_plan(kit.station())
    kit.stock(plan, store)
    return publish(plan, store, to).bundles[0].folder


def test_a_message_is_known_by_its_words_sound_and_length(tmp_path: Path) -> None:
    published(tmp_path)
    found = measured(tmp_path)
    assert found
    for aired in found.values():
        assert aired.spoken
        assert aired.seconds > 1
        assert aired.sound.startswith(b"\xff")


def test_what_is_damaged_or_foreign_is_passed_over(tmp_path: Path) -> None:
    folder = published(tmp_path)
    (tmp_path / "2026-W50").write_text("là một tệp")
    for path in folder.glob("*.MP3"):
        path.write_bytes(path.read_bytes()[:-200])
    assert measured(tmp_path) == {}
    (folder / "MANIFEST.JSON").write_text("{")
    assert measured(tmp_path) == {}
    assert measured(tmp_path / "khong-co") == {}
