"""`truyenthanh publish` as an officer meets it, to a folder and to a store."""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.api import Folder, load
from pipeline.api.elsewhere import Errand, follow
from pipeline.cli.main import speak_vietnamese
from pipeline.cli.publish import publish
from pipeline.errors import Busy, CarrierError, TruyenThanhError
from pipeline.project import create
from tests.loopback import s3
from tests.loopback.portal import BEFORE, LATER, dead_links, release
from tests.loopback.s3 import KEY, S3, SECRET

Command = Callable[..., Result]
OPEN = "https://dai.example.vn/tt"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with two weeks in its output folder."""
    root = tmp_path_factory.mktemp("dự án")
    create(root)
    for week in (BEFORE, LATER):
        release(root / "output", week, days=1)
    return root


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "dự án"))


@pytest.fixture
def run(project: Path) -> Command:
    speak_vietnamese()

    def command(*asked: str) -> Result:
        return CliRunner(mix_stderr=False).invoke(
            publish, [*asked, "-C", str(project)], standalone_mode=False
        )

    return command


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[S3]:
    s3.sign_in(monkeypatch)
    with s3.store() as running:
        running.make("kho")
        yield running


def names_places(project: Path, *places: str) -> None:
    path = project / "project.yaml"
    path.write_text(path.read_text("utf-8") + "\npublish:\n" + "".join(places), "utf-8")


def place(name: str, to: object, **more: str) -> str:
    lines = [f"  - name: {name}", f"    to: {to}", *(f"    {k}: {v}" for k, v in more.items())]
    return "\n".join(lines) + "\n"


def test_a_site_is_sent_and_the_second_time_nothing(run: Command, project: Path) -> None:
    web = project / "web"
    first, again = run(str(web)), run(str(web))
    assert first.stderr.startswith("✓ Đã gửi ")
    assert f"MB) đến {web}." in first.stderr
    assert again.stderr.startswith(f"✓ {web} đã có đủ ")
    assert again.return_value == 0
    assert dead_links(web) == []
    assert (web / str(LATER) / "RELEASE.JSON").is_file()


def test_what_leaflets_lead_to_is_sent_and_goes_when_it_is_gone_here(
    run: Command, project: Path
) -> None:
    folder, web = project / "output" / "bo-tai-lieu" / "chien-dich" / "tin", project / "web"
    folder.mkdir(parents=True)
    files = {"bai-web.html": b"<p>Goi 111", "nghe.mp3": b"mp3", "tin-nhan.csv": b"rieng"}
    for name, content in files.items():
        (folder / name).write_bytes(content)
    listed = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    sheet = {"channels": {"bai-web": {"key": "k", "files": listed}}}
    (folder / "BO-TAI-LIEU.JSON").write_text(json.dumps(sheet), "utf-8")
    (folder / "ghi-chu.txt").write_text("của tôi", "utf-8")  # nobody approved it

    def there() -> set[str]:
        return {path.name for path in (web / "bo-tai-lieu").rglob("*") if path.is_file()}

    run(str(web))
    assert there() == {"bai-web.html", "nghe.mp3"}
    (folder / "bai-web.html").write_bytes(b"<p>Goi 118")
    run(str(web))
    assert there() == {"nghe.mp3"}
    shutil.rmtree(folder)
    run(str(web))
    assert there() == set()


def test_one_week_alone_has_pages_of_its_own(run: Command, project: Path) -> None:
    run(str(project / "web"), "--week", str(BEFORE).lower())
    web = project / "web"
    assert {path.name for path in web.glob("2026-*")} == {str(BEFORE)}
    assert str(LATER) not in (web / "07288" / "index.html").read_text("utf-8")
    assert dead_links(web) == []


def test_earlier_weeks_go_when_told(run: Command, project: Path) -> None:
    web = project / "web"
    run(str(web))
    run(str(web), "--week", str(LATER))
    assert (web / str(BEFORE)).is_dir()
    told = run(str(web), "--week", str(LATER), "--remove-old").stderr
    assert "đã xóa" in told
    assert not (web / str(BEFORE)).exists()
    assert dead_links(web) == []


def test_a_place_by_its_name_has_its_own_address_in_the_feeds(
    run: Command, project: Path, store: S3
) -> None:
    names_places(project, place("kho-tinh", "s3://kho/tt", endpoint=store.url, url=OPEN))
    assert "đến kho-tinh (s3://kho/tt)." in run("kho-tinh").stderr
    assert f'url="{OPEN}/'.encode() in store.get("kho", "tt/07288/feed.xml").content
    assert run("kho-tinh").stderr.startswith("✓ kho-tinh (s3://kho/tt) đã có đủ")
    own = project / "output" / "07288" / "feed.xml"
    assert not own.exists() or OPEN not in own.read_text("utf-8")


def test_a_name_nobody_knows_is_not_a_new_folder(run: Command, project: Path) -> None:
    with pytest.raises(TruyenThanhError, match=r"viết \./kho-tihn"):
        raise run("kho-tihn").exception or AssertionError
    assert not (project / "kho-tihn").exists()


def test_a_week_that_was_never_made_says_how(run: Command, project: Path) -> None:
    with pytest.raises(TruyenThanhError, match="truyenthanh bulletins"):
        raise run(str(project / "web"), "--week", "2026-W01").exception or AssertionError
    assert not (project / "web").exists()


def test_before_the_first_week_it_is_told_what_to_run(run: Command, project: Path) -> None:
    shutil.rmtree(project / "output")
    with pytest.raises(TruyenThanhError, match="truyenthanh bulletins"):
        raise run(str(project / "web")).exception or AssertionError


def test_two_runs_do_not_meet(run: Command, project: Path) -> None:
    with Folder(project).lock(), pytest.raises(Busy):
        raise run(str(project / "web")).exception or AssertionError


def test_all_automatic_places_are_tried(run: Command, project: Path) -> None:
    names_places(
        project,
        place("xa", project / "không có" / "ổ", auto="true"),
        place("gan", project / "web", auto="có"),
        place("khac", project / "khác"),
    )
    done = run()
    assert done.return_value == 1
    assert "⚠ Chưa gửi được đến xa: " in done.stderr
    assert "Gửi lại: truyenthanh publish xa" in done.stderr
    assert f"đến gan ({project / 'web'})" in done.stderr
    assert not (project / "khác").exists()


def test_without_network_only_near_places_are_sent_to(project: Path, store: S3) -> None:
    names_places(
        project,
        place("kho", "s3://kho", endpoint=store.url, auto="true"),
        place("gan", project / "web", auto="true"),
    )
    errand = Errand(Folder(project), project / "output")
    came = {to.name: each for to, each in follow(errand, load(project), offline=True)}
    assert came["kho"] is None
    assert came["gan"] is not None
    assert store.asked == []


def test_secrets_are_nowhere_to_be_read(run: Command, project: Path, store: S3) -> None:
    names_places(project, place("kho", "s3://kho", endpoint=store.url, auto="true"))
    before = run("kho")
    store.fault = s3.times(-1, 403, "SignatureDoesNotMatch")
    after, every = run("kho"), run()
    assert isinstance(after.exception, CarrierError)
    said = [before.output, before.stderr, str(after.exception), every.output, every.stderr]
    kept = (path for path in project.rglob("*") if path.is_file())
    said += [path.read_bytes().decode("utf-8", "replace") for path in kept]
    assert not any(secret in each for each in said for secret in (KEY, SECRET))


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (place("a b", "/x"), "field.wrong"),
        (place("a", "/x") + place("a", "/y"), "field.wrong"),
        (place("a", f"s3://AK:{SECRET}@kho"), "publish.secret"),
        (place("a", "s3://kho", endpoint="s3.example.vn"), "publish.endpoint"),
        (place("a", "s3://kho", secret=SECRET), "field.unknown"),
        (place("a", "s3://kho", url="x"), "site.url"),
        ("  - name: a\n", "field.missing"),
    ],
)
def test_what_is_written_wrongly_is_told(
    run: Command, project: Path, lines: str, code: str
) -> None:
    names_places(project, lines)
    told = run("a").exception
    (problem,) = told.problems  # type: ignore[union-attr]
    assert problem.code == code
    assert problem.place.file == "project.yaml"
    assert SECRET not in str(told)
