"""A project folder to a `Project`, with everything that is wrong told at once."""

from importlib.metadata import entry_points
from pathlib import Path

from ..errors import ProjectError
from ..model import Campaign, Place, Problem, Project, Sketch
from ..reading import Lexicon
from .approvals import read_approvals
from .campaigns import read_campaigns
from .crosscheck import crosscheck, crosscheck_campaign
from .files import Shelf
from .frame import NAME, read_frame
from .jingles import read_jingles
from .lexemes import read_lexicon
from .report import Report
from .stations import read_stations
from .voices import read_voices

BUILT_IN = frozenset({"espeak", "fpt", "gtts", "http", "piper", "recorded", "tone", "viettel"})


def load(folder: Path | str, engines: frozenset[str] | None = None) -> Project:
    """Read and check a project. `engines` are the names voices may use; None: those installed.

    Raises ProjectError with every problem there is.
    """
    project, problems = survey(folder, engines)
    if problems:
        raise ProjectError(problems)
    return project


def survey(
    folder: Path | str, engines: frozenset[str] | None = None
) -> tuple[Project, tuple[Problem, ...]]:
    """As much of a project as can be read, and every problem there is: for mending it.

    Only a project without problems may be planned from. Raises ProjectError where there is none.
    """
    report = Report()
    shelf = Shelf(Path(folder), report)
    if not shelf.has(NAME):
        raise ProjectError([_no_project(folder)])
    voices = read_voices(shelf, report, engines or _installed())
    jingles = read_jingles(shelf, report)
    known = None if report.lost("voices/") else voices
    frame = read_frame(shelf, report, known, None if report.lost("jingles/") else jingles)
    roles = None if report.lost(NAME) else frame.roles
    campaigns, sketched = read_campaigns(shelf, report, roles)
    project = Project(
        title=frame.title,
        sound=frame.sound,
        rundown=frame.rundown,
        voices=voices,
        roles=frame.roles,
        jingles=jingles,
        campaigns=campaigns,
        stations=read_stations(shelf, report, known, frame.rundown.most),
        lexicon=read_lexicon(shelf, report),
        site=frame.site,
        numbers=frame.numbers,
        approvals=read_approvals(shelf, report),
        destinations=frame.destinations,
    )
    crosscheck(project, report)
    sketches = tuple(_sketch(project, each, aside) for each, aside in sketched)
    return project.but(sketches=sketches), report.problems


def _sketch(project: Project, campaign: Campaign, aside: Report) -> Sketch:
    crosscheck_campaign(campaign, Lexicon().over(project.lexicon), aside)
    return Sketch(campaign=campaign, problems=aside.problems)


def _installed() -> frozenset[str]:
    return BUILT_IN | {door.name for door in entry_points(group="truyenthanh.engines")}


def _no_project(folder: Path | str) -> Problem:
    try:
        next(Path(folder).iterdir(), None)
    except PermissionError:
        return Problem(
            place=Place(file=NAME),
            code="file.unreadable",
            what=f"không có quyền mở thư mục {folder}",
            fix="cấp quyền đọc cho thư mục này",
        )
    except (OSError, ValueError):  # no folder, or no name a folder can have
        pass
    return Problem(
        place=Place(file=NAME),
        code="project.none",
        what=f"{folder} không phải thư mục dự án (không thấy tệp {NAME})",
        fix="chuyển vào đúng thư mục, hoặc tạo dự án mới bằng: truyenthanh init THƯ-MỤC",
    )
