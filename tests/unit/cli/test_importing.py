"""`truyenthanh import --json` prints what was read, letter or messages, and writes nothing."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli.main import cli
from pipeline.project import create

READY = "Tin 1: Giữ lấy con\n\nBà con chú ý.\n\nTin 2: Hỏi cho kỹ\n\nAi rủ đi xa, hãy hỏi.\n"


@pytest.mark.parametrize("ready", [True, False])
def test_json_writes_nothing(tmp_path: Path, ready: bool) -> None:
    create(tmp_path / "du-an")
    file = tmp_path / "tin.txt"
    file.write_text(READY, encoding="utf-8")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    to = ["--messages", "--to", "campaigns/ngay-30-7"] if ready else []
    done = CliRunner().invoke(
        cli, ["import", str(file), "-C", str(tmp_path / "du-an"), "--json", *to]
    )
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)
    if ready:
        assert [each["title"] for each in found["messages"]] == ["Giữ lấy con", "Hỏi cho kỹ"]
    else:
        assert found["directive"]["number"] is None
    assert before == {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
