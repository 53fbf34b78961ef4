"""Reading the tables: two columns of text, `#` begins a comment."""

from importlib.resources import files


def table(name: str) -> dict[str, str]:
    """The rows of tables/<name>.tsv: written -> spoken."""
    text = files(__package__).joinpath("tables", f"{name}.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and line[0] != "#")
    return dict(row for row in rows if len(row) == 2)
