"""Voice models of a project: what there is, bringing one in, taking one away."""

from collections.abc import Callable
from pathlib import Path

from filelock import FileLock, Timeout

from ..engines.models import HUB, MODELS, Model, ModelFile
from ..engines.online.address import checked
from ..engines.online.download import Care, copy, digest, download
from ..errors import Busy, DownloadError, EngineUnavailable
from ..project import add_voice
from .folder import Folder

Report = Callable[[ModelFile, int], None]


def model(name: str) -> Model:
    """The model of that name. Raises DownloadError for one we do not know."""
    if name not in MODELS:
        known = ", ".join(MODELS)
        raise DownloadError(f"Không biết mô hình giọng “{name}”; có: {known}.")
    return MODELS[name]


def present(folder: Folder, wanted: Model) -> bool:
    """Whether all files of a model are there, at their length."""
    paths = ((folder.models / file.name, file.size) for file in wanted.files)
    return all(path.is_file() and path.stat().st_size == size for path, size in paths)


def add(
    folder: Folder,
    wanted: Model,
    report: Report,
    mirror: str = HUB,
    source: Path | None = None,
    care: Care | None = None,
) -> None:
    """Bring a model in, from the network or from `source`, a folder or the model's own file.

    Files that are there and right are not brought again. Raises DownloadError, Busy.
    """
    try:
        mirror = checked(mirror, "voices")
    except EngineUnavailable as error:
        raise DownloadError(error.reason) from error
    folder.models.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folder.models / ".dang-tai", timeout=0):
            for file in wanted.files:
                target = folder.models / file.name
                if target.is_file() and digest(target) == file.sha256:
                    report(file, file.size)
                elif source is not None:
                    copy(_beside(source, wanted, file), target, file)
                    report(file, file.size)
                else:
                    _download(wanted.url(file, mirror), target, file, report, care)
    except Timeout:
        raise Busy("Một lượt tải giọng khác đang chạy. Hãy đợi lượt đó xong.") from None


def use(folder: Folder, wanted: Model) -> Path | None:
    """Write a voice file that uses the model; None when there is one of that name already."""
    name = wanted.name.split("-")[1]
    text = VOICE.format(
        name=name,
        called=wanted.about[:1].upper() + wanted.about[1:],
        model=wanted.name,
        about=wanted.about,
        credit=wanted.credit,
    )
    return add_voice(folder.root, name, text)


def remove(folder: Folder, wanted: Model) -> int:
    """Take a model's files away, half-downloaded ones too; the bytes gained."""
    gained = 0
    for file in wanted.files:
        for path in (folder.models / file.name, folder.models / f"{file.name}.part"):
            if path.is_file():
                gained += path.stat().st_size
                path.unlink()
    return gained


def _download(url: str, target: Path, file: ModelFile, report: Report, care: Care | None) -> None:
    download(url, target, file, lambda here: report(file, here), care)


def _beside(source: Path, wanted: Model, file: ModelFile) -> Path:
    """The file in a folder, or beside the model's main file whatever that is called."""
    if source.is_dir():
        return source / file.name
    return source.with_name(source.name + file.name.removeprefix(wanted.files[0].name))


VOICE = """\
# Giọng đọc bằng mạng nơ-ron, chạy ngay trên máy này, không cần mạng: {about}.
# Muốn dùng: trong project.yaml, ở mục roles, ghi mã giọng này cho vai A hoặc vai B.
id: {name}
name: {called} ({name})
language: vi
choices:
  - engine: piper
    voice: {model}
    settings:
      length_scale: 1.1          # lớn hơn 1 là đọc chậm hơn
    credit: "{credit}"
  - engine: espeak               # khi máy chưa cài piper hoặc thiếu mô hình
    voice: vi
    syllables_per_second: 3.25
    mark_pause: 0.41
"""
