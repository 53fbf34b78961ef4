"""The `site` of project.yaml."""

from pathlib import Path

import pytest

from pipeline.errors import ProjectError
from pipeline.project import create, load


def written(folder: Path, *lines: str) -> Path:
    create(folder)
    path = folder / "project.yaml"
    path.write_text("\n".join([path.read_text("utf-8"), "site:", *lines, ""]), "utf-8")
    return folder


def test_a_site_as_written(tmp_path) -> None:
    site = load(written(tmp_path, "  url: https://a.example.vn/tt/", "  contact: 0204 1")).site
    assert (site.url, site.name, site.contact) == ("https://a.example.vn/tt", "", "0204 1")


@pytest.mark.parametrize(
    "url",
    [
        "a.example.vn",
        "ftp://a.vn",
        "javascript:alert(1)",
        'https://a.vn/"x',
        "https://u:p@a.vn",
        "https://a.vn/?x=1",
    ],
)
def test_what_is_no_address_is_told(tmp_path, url) -> None:
    with pytest.raises(ProjectError) as told:
        load(written(tmp_path, f"  url: '{url}'"))
    (problem,) = told.value.problems
    assert problem.code == "site.url"
    assert problem.place.file == "project.yaml"


def test_an_unknown_field_is_told(tmp_path) -> None:
    with pytest.raises(ProjectError, match="adress"):
        load(written(tmp_path, "  adress: x"))
