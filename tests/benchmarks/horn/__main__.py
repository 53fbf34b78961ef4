"""`make bench-horn`: the whole bench, its table into docs/horn-bench.md."""

import sys
from pathlib import Path

from .cells import Talk, crowd
from .methods import METHODS
from .table import Cell, better, cells, mean, worth
from .voices import VOICES, Absent

PAGE = Path(__file__).parents[3] / "docs" / "horn-bench.md"
MARK = "<!-- figures: written by `make bench-horn` -->\n"


def main() -> None:
    others, talks, absent = crowd(), {}, []
    for name, voice in VOICES.items():
        try:
            talks[name] = Talk(voice(), others)
        except Absent as why:
            absent.append(f"Without the voice “{name}”: {why}.")
    found = list(cells(talks))
    figures = "\n".join([*_table(found), "", *_voices(found, list(talks)), "", *absent]).rstrip()
    sys.stdout.write(figures + "\n")
    if absent:
        sys.stdout.write("docs/horn-bench.md is left as it was: a voice is missing.\n")
        return
    before, _, _ = PAGE.read_text(encoding="utf-8").partition(MARK)
    PAGE.write_text(f"{before}{MARK}\n{figures}\n", encoding="utf-8")


def _table(found: list[Cell]) -> list[str]:
    lines = [
        f"Means of {len(found) // len(METHODS)} cells. EIC: dB by which raw would have to be "
        "louder for the same ESTOI.",
        "",
        "| | ESTOI | STOI | SIIB, bit/s | EIC mean | median (quartiles) |",
        "|---|---|---|---|---|---|",
    ]
    for method in METHODS:
        average, middle, low, high = worth(found, method)
        lines.append(
            f"| {method} | {mean(found, 'ESTOI', method):.3f} | {mean(found, 'STOI', method):.3f} "
            f"| {mean(found, 'SIIB', method):.1f} | {average:+.1f} "
            f"| {middle:+.1f} ({low:+.1f} … {high:+.1f}) |"
        )
    won, of = better(found, "ESTOI", "pa_horn", "eq+comp")
    return [*lines, "", f"`pa_horn` has the higher ESTOI in {won} of {of} cells against eq+comp."]


def _voices(found: list[Cell], voices: list[str]) -> list[str]:
    lines = [
        "| voice | ESTOI raw, eq+comp, pa_horn | STOI | SIIB | EIC eq+comp, pa_horn |",
        "|---|---|---|---|---|",
    ]
    for voice in voices:
        scores = [
            ", ".join(f"{mean(found, scale, method, voice):{form}}" for method in METHODS)
            for scale, form in (("ESTOI", ".3f"), ("STOI", ".3f"), ("SIIB", ".1f"))
        ]
        gains = ", ".join(
            f"{worth(found, 'ESTOI', method, voice)[0]:+.1f}" for method in ("eq+comp", "pa_horn")
        )
        lines.append(f"| {voice} | {' | '.join(scores)} | {gains} |")
    return lines


if __name__ == "__main__":
    main()
