"""Install dependency groups of pyproject.toml into the Python that runs this, from wheels only.

    .venv/bin/python scripts/install_groups.py bench neural

`pip install --group` does the same from pip 25.1 on; Python 3.11 brings an older one.
"""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main(names: list[str]) -> int:
    """The exit code of pip."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    groups = tomllib.loads(text)["dependency-groups"]
    wanted = [requirement for name in names for requirement in groups[name]]
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    return subprocess.run([*pip, "--only-binary", ":all:", *wanted], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
