"""Bringing a voice model in: over every kind of bad line, or from a stick."""

import hashlib
import random
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from filelock import FileLock

from pipeline.api import Folder, load, models
from pipeline.cli.main import cli, speak_vietnamese
from pipeline.engines.models import MODELS, Model, ModelFile
from pipeline.engines.online.download import Care
from pipeline.engines.online.retry import Patience
from pipeline.errors import Busy, DownloadError
from pipeline.project import create
from tests.loopback.files import Files
from tests.loopback.waiting import Waiting

NETWORK = random.Random(7).randbytes(100_000)
SETTINGS = b'{"audio": {}}'
CONTENT = {"vi_VN-thu-x.onnx": NETWORK, "vi_VN-thu-x.onnx.json": SETTINGS}
MODEL = Model(
    name="vi_VN-thu-x",
    about="giọng thử",
    revision="v1",
    folder="vi/thu",
    files=tuple(
        ModelFile(name, len(content), hashlib.sha256(content).hexdigest())
        for name, content in CONTENT.items()
    ),
    licence="CC0",
    credit="không ai",
)
Serve = Callable[..., Files]


@pytest.fixture
def serve() -> Iterator[Serve]:
    running = []

    def start(script: str = "", **content: bytes) -> Files:
        running.append(Files(CONTENT | content, script))
        return running[-1]

    yield start
    for each in running:
        each.close()


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    create(tmp_path / "du-an")
    return Folder(tmp_path / "du-an")


def bring(folder: Folder, server: Files, waiting: Waiting | None = None, **more: Any) -> list[int]:
    """Add the model; the lengths that were reported."""
    seen: list[int] = []
    care = Care(read=0.5, patience=Patience(4, 1.0, 30.0, 1e9), clock=(waiting or Waiting()).clock)
    models.add(
        folder, MODEL, lambda file, here: seen.append(here), server.address, care=care, **more
    )
    return seen


def there(folder: Folder) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.models.iterdir() if p.name[0] != "."}


def test_a_model_comes_whole_from_its_pinned_place(folder: Folder, serve: Serve) -> None:
    server = serve()
    seen = bring(folder, server)
    assert there(folder) == CONTENT
    assert [path for path, _ in server.asked] == [f"/v1/vi/thu/{name}" for name in CONTENT]
    assert seen[-2:] == [0, len(SETTINGS)] or seen[-1] == len(SETTINGS)
    assert max(seen) == len(NETWORK)


def test_what_is_there_is_not_asked_for_again(folder: Folder, serve: Serve) -> None:
    server = serve()
    bring(folder, server)
    bring(folder, server)
    assert len(server.asked) == 2


def test_a_cut_line_goes_on_where_it_stopped(folder: Folder, serve: Serve) -> None:
    server, waiting = serve("cut 30000; cut 30000; whole"), Waiting()
    bring(folder, server, waiting)
    assert there(folder) == CONTENT
    assert [span for _, span in server.asked[:3]] == ["bytes=0-", "bytes=30000-", "bytes=60000-"]
    assert len(waiting.waits) == 2


def test_another_day_goes_on_where_this_one_stopped(folder: Folder, serve: Serve) -> None:
    server = serve("cut 40000; 503; 503; 503; 503")
    with pytest.raises(DownloadError, match=r"503.*giữ lại; chạy lại lệnh này"):
        bring(folder, server)
    assert set(there(folder)) == {"vi_VN-thu-x.onnx.part"}
    assert not models.present(folder, MODEL)
    bring(folder, server)
    assert there(folder) == CONTENT
    assert ("/v1/vi/thu/vi_VN-thu-x.onnx", "bytes=40000-") in server.asked


def test_a_line_that_moves_is_never_given_up(folder: Folder, serve: Serve) -> None:
    bring(folder, serve(";".join(["cut 9000"] * 11)))
    assert there(folder) == CONTENT


def test_a_slow_line_is_waited_for(folder: Folder, serve: Serve) -> None:
    server = serve("drip")
    bring(folder, server)
    assert there(folder) == CONTENT
    assert len(server.asked) == 2


def test_a_server_without_ranges_begins_anew(folder: Folder, serve: Serve) -> None:
    bring(folder, serve("cut 30000; no range"))
    assert there(folder) == CONTENT


@pytest.mark.parametrize("step", ["hang", "500", "429", "416", "away"])
def test_one_bad_answer_is_asked_again(folder: Folder, serve: Serve, step: str) -> None:
    bring(folder, serve(f"cut 30000; {step}"))
    assert there(folder) == CONTENT


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("404", "404"),
        ("403", "403"),
        ("cut 100; wrong span", "khúc khác"),
        ("longer", "dài hơn"),
        ("outside", "bảo mật"),
        ("away;away;away;away;away;away", "lòng vòng"),
    ],
)
def test_what_cannot_be_right_is_given_up(
    folder: Folder, serve: Serve, script: str, reason: str
) -> None:
    with pytest.raises(DownloadError, match=reason):
        bring(folder, serve(script))
    assert not models.present(folder, MODEL)


def test_other_bytes_are_thrown_away(folder: Folder, serve: Serve) -> None:
    server = serve(**{"vi_VN-thu-x.onnx": NETWORK[:-1] + b"x"})
    with pytest.raises(DownloadError, match="SHA-256"):
        bring(folder, server)
    assert there(folder) == {}


def test_a_spoilt_beginning_is_begun_anew(folder: Folder, serve: Serve) -> None:
    folder.models.mkdir(parents=True)
    (folder.models / "vi_VN-thu-x.onnx.part").write_bytes(b"x" * 50_000)
    server = serve()
    bring(folder, server)
    assert there(folder) == CONTENT
    assert [span for _, span in server.asked[:2]] == ["bytes=50000-", "bytes=0-"]


def test_a_full_disk_is_told_before_anything_is_asked(
    folder: Folder, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(folder.root)._replace(free=20_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage)
    server = serve()
    with pytest.raises(DownloadError, match=r"chỉ còn 20,0 MB.*giải phóng"):
        bring(folder, server)
    assert server.asked == []


def test_two_downloads_do_not_write_into_each_other(folder: Folder, serve: Serve) -> None:
    folder.models.mkdir(parents=True)
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with FileLock(folder.models / ".dang-tai"):
            held.set()
            done.wait(10)

    other = threading.Thread(target=hold)
    other.start()
    held.wait(10)
    with pytest.raises(Busy):
        bring(folder, serve())
    done.set()
    other.join()


def test_the_open_is_no_mirror(folder: Folder) -> None:
    with pytest.raises(DownloadError, match="https://"):
        models.add(folder, MODEL, lambda file, here: None, "http://mirror.example")


@pytest.mark.parametrize("what", ["folder", "file", "renamed"])
def test_a_stick_will_do(folder: Folder, serve: Serve, tmp_path: Path, what: str) -> None:
    stick = tmp_path / "USB"
    stick.mkdir()
    base = "giong.onnx" if what == "renamed" else "vi_VN-thu-x.onnx"
    (stick / base).write_bytes(NETWORK)
    (stick / f"{base}.json").write_bytes(SETTINGS)
    server = serve()
    bring(folder, server, source=stick if what == "folder" else stick / base)
    assert there(folder) == CONTENT
    assert server.asked == []


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("vi_VN-thu-x.onnx", NETWORK[:-1], "SHA-256"),
        ("vi_VN-thu-x.onnx.json", None, "vi_VN-thu-x.onnx.json"),
    ],
)
def test_a_stick_with_something_else_will_not(
    folder: Folder, serve: Serve, tmp_path: Path, name: str, content: bytes | None, reason: str
) -> None:
    for each, right in CONTENT.items():
        (tmp_path / each).write_bytes(right)
    (tmp_path / name).unlink() if content is None else (tmp_path / name).write_bytes(content)
    with pytest.raises(DownloadError, match=reason):
        bring(folder, serve(), source=tmp_path / "vi_VN-thu-x.onnx")
    assert not models.present(folder, MODEL)


def test_a_voice_file_is_written_once_and_can_be_read(folder: Folder) -> None:
    wanted = MODELS["vi_VN-vais1000-medium"]
    path = models.use(folder, wanted)
    assert path is not None
    voice = load(folder.root).voices["vais1000"]
    assert [choice.engine for choice in voice.choices] == ["piper", "espeak"]
    assert voice.choices[0].voice == wanted.name
    assert "CC BY 4.0" in voice.choices[0].credit
    path.write_text(path.read_text(encoding="utf-8") + "# của tôi\n", encoding="utf-8")
    assert models.use(folder, wanted) is None
    assert path.read_text(encoding="utf-8").endswith("# của tôi\n")


def test_the_command_from_empty_to_removed(
    folder: Folder, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(MODELS, MODEL.name, MODEL)
    server = serve()

    def run(*words: str) -> str:
        speak_vietnamese()
        ran = CliRunner().invoke(
            cli, ["voices", *words, "-C", str(folder.root)], catch_exceptions=False
        )
        assert ran.exit_code == 0
        return ran.output

    assert f"{MODEL.name}: giọng thử, 100 kB, CC0, chưa tải" in run("list")
    told = run("add", MODEL.name, "--mirror", server.address)
    assert "Giấy phép CC0" in told
    assert "không ai" in told
    assert "Đã viết" in told
    assert f"{MODEL.name}: giọng thử, 100 kB, CC0, đã có" in run("list")
    assert "Đã viết" not in run("add", MODEL.name, "--mirror", server.address)
    assert "được thêm 10" in run("remove", MODEL.name)
    assert there(folder) == {}


def test_no_other_model_is_brought_in(folder: Folder) -> None:
    with pytest.raises(DownloadError, match="vi_VN-vais1000-medium"):
        models.model("vi_VN-vivos-x_low")
