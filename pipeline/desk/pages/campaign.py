"""One campaign: what was ordered, which messages fulfil it, what all of them share."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from ...api.approving import Standing, standings
from ...api.writing import Changed, opened, save
from ...coverage import Known, cover
from ...coverage.counts import of_plan, topics_of
from ...coverage.told import cells
from ...errors import LetterError, ProjectError, TruyenThanhError
from ...letter import read_letter
from ...letter.names import slug
from ...model import Campaign, Problem
from ...plan import Week
from ...project import stale
from ...project.wording import with_values
from .here import campaign as found
from .here import desk, is_sketch, messages, problems

blueprint = Blueprint("campaign", __name__)
SHARED = ("title", "hotline", "call_to_action")  # of campaign.yaml, as the form calls them


@blueprint.get("/chien-dich/<name>")
def campaign(name: str) -> str | tuple[str, int]:
    """What was ordered and what there is."""
    return _page(name)


def _page(
    name: str, why: str = "", typed: dict[str, str] | None = None, clash: bool = False
) -> str | tuple[str, int]:
    known = found(name)
    if known is None:
        abort(404)
    shown = list(messages(name))
    week = Week.parse("next", desk().clock().date())
    return render_template(
        "chien-dich.html",
        campaign=known,
        sketch=is_sketch(name),
        shown=shown,
        tasks=[
            (it, [each for each in shown if each.topic == it.id]) for it in known.directive.tasks
        ],
        standings=_standings(name),
        airings=_airings(known, week),
        week=week,
        resting=known.season and not any(map(known.speaks_on, week.days)),
        file=opened(desk().folder, f"campaigns/{name}/campaign.yaml"),
        problems=problems(f"campaigns/{name}/"),
        remarks=_remarks(name) if request.args.get("moi") else (),
        stale=_stale(known) if request.args.get("lai") else (),
        why=why,
        typed=typed or {},
        clash=clash,
    )


def _standings(name: str) -> dict[str, Standing]:
    """How the campaign's messages stand with approval, by their ids; nothing of a sketch."""
    if problems() or is_sketch(name):
        return {}
    found = standings(desk().project, frame=False)
    return {each.subject.message: each for each in found if each.subject.campaign == name}


def _airings(known: Campaign, week: Week) -> dict[str, str]:
    """What the coming week holds of each task, in words; nothing while there is no plan."""
    if problems() or is_sketch(known.id):
        return {}
    try:
        bundles = desk().outlook(week).bundles
    except ProjectError:
        return {}
    line = cover(known, Known(ahead=of_plan(bundles, topics_of([known]))))
    return {task.id: next(cells(task)) for task in line.tasks if task.ahead and task.ahead.planned}


def _stale(sketch: Campaign) -> tuple[Problem, ...]:
    """What may be left from last year in a campaign that has just been renewed."""
    year = sketch.directive.date.year or desk().clock().year
    return stale(desk().folder.root, sketch.id, year)


def _remarks(name: str) -> tuple[Problem, ...]:
    """What to look at in a letter that has just been taken in."""
    folder = desk().folder.root / "campaigns" / name
    for path in sorted(folder.glob("cong-van.*")):
        try:
            return read_letter(path).remarks
        except LetterError:
            continue
    return ()


@blueprint.post("/chien-dich/<name>")
def shared(name: str) -> Response | str | tuple[str, int]:
    """Save what all messages share."""
    if found(name) is None:
        abort(404)
    values = {each: request.form.get(each, "") for each in SHARED}
    file = f"campaigns/{name}/campaign.yaml"
    try:
        text = with_values(opened(desk().folder, file).text, values)
        save(desk().folder, file, text, request.form.get("over", ""))
    except Changed as error:
        return _page(name, str(error), values, clash=True)
    except TruyenThanhError as error:
        return _page(name, str(error), values)
    return redirect(url_for("campaign.campaign", name=name, da="luu"), 303)


@blueprint.get("/viet-tin/<name>")
def new_message(name: str) -> Response:
    """To the page of a message that is not there yet; its file comes with the first save."""
    known = found(name)
    if known is None:
        abort(404)
    topic, title = request.args.get("viec", ""), " ".join(request.args.get("ten", "").split())
    task = next((it.text for it in known.directive.tasks if it.id == topic), "")
    stem = base = slug(title or task)
    taken = {each.id for each in messages(name)}
    number = 2
    while stem in taken:
        stem, number = f"{base}-{number}", number + 1
    return redirect(url_for("message.editor", name=name, tin=stem, viec=topic, ten=title or None))


@blueprint.post("/chien-dich/<name>/xong")
def finished(name: str) -> Response:
    """End the sketch: from now on the campaign is spoken once it is approved."""
    file = opened(desk().folder, f"campaigns/{name}/campaign.yaml")
    save(desk().folder, file.name, with_values(file.text, {"status": "xong"}), file.digest)
    return redirect(url_for("campaign.campaign", name=name), 303)
