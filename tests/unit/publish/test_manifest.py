"""MANIFEST.JSON says what is in the bundle, by whose order, in which voice, at which level."""

import hashlib
import json
from pathlib import Path

import msgspec
import pytest

from pipeline.publish import manifest, publish
from pipeline.store import MemoryStore
from tests.unit.publish import kit


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict, Path]:
    plan, store = kit.make_plan(), MemoryStore()
    kit.stock(plan, store)
    why = {"07288/2026-12-01": "máy đọc hỏng"}
    folder = publish(plan, store, tmp_path_factory.mktemp("ra"), failed=why).bundles[0].folder
    return json.loads((folder / "MANIFEST.JSON").read_text(encoding="utf-8")), folder


def test_whose_it_is_and_for_which_week(told: tuple[dict, Path]) -> None:
    document, _ = told
    assert (document["kind"], document["schema"]) == ("truyenthanh/bundle", 1)
    assert document["week"] == "2026-W49"
    assert document["station"] == {
        "code": "07288",
        "name": "xã Yên Thế",
        "unit": "Xã yên thế",
        "province": "Bắc Ninh",
        "sample": True,
        "external_ids": {},
    }


def test_blanks_of_the_letter_stay_blank_and_unused_campaigns_are_left_out(
    told: tuple[dict, Path],
) -> None:
    (campaign,) = told[0]["campaigns"]
    assert campaign["id"] == "mua-ban-nguoi"
    directive = campaign["directive"]
    assert directive["number"] is None
    assert directive["date"] == {"day": None, "month": 7, "year": 2023}
    assert directive["symbol"] == "STTTT-TTBCXB"
    assert directive["issuer"] == "Sở Thông tin và Truyền thông"


def test_a_bulletin_is_told_in_full(told: tuple[dict, Path]) -> None:
    document, folder = told
    (bulletin,) = document["bulletins"]
    content = (folder / bulletin["file"]).read_bytes()
    assert bulletin["bytes"] == len(content)
    assert bulletin["sha256"] == hashlib.sha256(content).hexdigest()
    assert bulletin["slots"] == [
        {"date": "2026-11-30", "time": "05:45"},
        {"date": "2026-11-30", "time": "17:15"},
    ]
    assert bulletin["voices"]["A"] == {
        "engine": "tone",
        "voice": "bip",
        "settings": {"pitch": 440},
        "credit": "",
    }
    assert bulletin["not_used"] == {"gtts": "mất mạng"}
    assert [each["kind"] for each in bulletin["elements"]] == [kind for kind, _, _ in kit.KINDS]
    assert bulletin["elements"][1]["message"] == "tin-1"
    assert bulletin["elements"][0]["message"] is None
    assert bulletin["elements"][-1]["end"] == bulletin["seconds"]
    assert bulletin["true_peak_dbtp"] < 0


def test_what_failed_is_told_with_its_reason(told: tuple[dict, Path]) -> None:
    assert told[0]["failed"] == {"07288/2026-12-01": "máy đọc hỏng"}


def test_it_reads_back_to_the_same_bytes(told: tuple[dict, Path]) -> None:
    content = (told[1] / "MANIFEST.JSON").read_bytes()
    assert manifest.write(manifest.read(content)) == content


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"schema": 2}', b"\xff"])
def test_what_is_no_manifest_is_refused(content: bytes) -> None:
    with pytest.raises((msgspec.DecodeError, UnicodeDecodeError)):
        manifest.read(content)
