"""Reading the tables: columns of text, `#` begins a comment."""

from pkgutil import get_data


def rows(name: str) -> list[list[str]]:
    """The rows of tables/<name>.tsv, each in its columns."""
    text = (get_data(__package__, f"tables/{name}.tsv") or b"").decode("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and line[0] != "#"]
