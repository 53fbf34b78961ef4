"""What people call the things that are approved: khung, a campaign, campaign/message."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ..model import Project, Subject


def no_campaign(name: str, known: Iterable[str], argument: str) -> click.BadParameter:
    """What to raise for a campaign nobody has written."""
    told = ", ".join(sorted(known)) or "chưa có chiến dịch nào"
    return click.BadParameter(f"không có chiến dịch “{name}”; đang có: {told}", param_hint=argument)


def chosen(project: "Project", names: tuple[str, ...]) -> "tuple[Subject, ...]":
    """The subjects these names mean, in the project's order; of a campaign all it has."""
    from ..plan.unapproved import name, titles, unwritten

    there = [subject for subject, _ in titles(project.campaigns)]
    meant: set[Subject] = set()
    for each in names:
        wanted = each.strip().strip("/")
        hits = {it for it in there if wanted in (name(it), it.campaign or name(it))}
        if any(wanted.split("/")[0] == sketch.campaign.id for sketch in project.sketches):
            told = (
                f"“{wanted}” còn là bản nháp: viết xong, xóa dòng “status: nháp” rồi hãy chạy lại"
            )
            raise click.BadParameter(told)
        if wanted in dict(unwritten(project.campaigns)):
            raise click.BadParameter(f"“{wanted}” chưa có lời: viết lời rồi hãy chạy lại")
        if not hits:
            raise click.BadParameter(f"không có mục “{each}”; xem: truyenthanh approve --list")
        meant |= hits
    return tuple(each for each in there if each in meant)
