"""One measured file as people and programs want it: a table, a line of JSON, a picture."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from ..audio.report import Curves, Measurement, both
from ..audio.structure import Structure
from ..figures import clock, duration, level, number, percent
from ..model import USB
from ..pictures.sound import Mark, SoundPicture, draw
from ..publish.beside import beside
from ..publish.judgement import file as faults_of
from ..publish.manifest import BulletinEntry, ElementEntry

WIDTH = 34  # columns of the names
CONSTANT = {True: ", không đổi", False: ", thay đổi", None: ""}
TEXTS = {
    "TIT2": "Tên",
    "TPE1": "Người phát",
    "TALB": "Tập",
    "TRCK": "Số thứ tự",
    "TYER": "Năm",
    "TDAT": "Ngày tháng",
    "TLAN": "Ngôn ngữ",
    "COMM": "Ghi chú",
}
KINDS = {"sting": "nhạc cắt"}
Rows = list[tuple[str, str]]


@dataclass(frozen=True)
class Gauged:
    """What there is to tell of a file. `entry` is what the manifest beside it says, if any."""

    path: Path
    figures: Measurement
    curves: Curves
    entry: BulletinEntry | None

    def as_json(self) -> str:
        """One line."""
        told = {
            "file": str(self.path),
            **self.figures.fields(),
            "syllables_per_second": self.entry.syllables_per_second if self.entry else None,
            "chapters": self.entry.elements if self.entry else None,
            "faults": list(faults_of(self.figures)),
        }
        return msgspec.json.encode(told).decode()

    def as_table(self) -> str:
        """Names and figures in two columns, in Vietnamese."""
        rows = [
            *_format(self.figures),
            *_levels(self.figures),
            *_silences(self.figures),
            *_spectrum(self.figures),
            *_speech(self.entry),
            *_flaws(self.figures),
            ("Thẻ", self.figures.tag or "không có"),
            *((f"  {TEXTS.get(name, name)}", text) for name, text in self.figures.texts.items()),
            *((f"  {clock(each.start)}", _title(each)) for each in _elements(self.entry)),
        ]
        faults = list(faults_of(self.figures))
        rows.append(("So với mức của một bản tin", "; ".join(faults) or "đạt"))
        return "\n".join(
            [f"{self.path}", *(f"  {name:<{WIDTH}}{value}" for name, value in rows), ""]
        )

    def as_picture(self) -> str:
        """SVG."""
        figures = self.figures
        title = self.entry.title if self.entry else figures.texts.get("TIT2")
        whose = figures.texts.get("TPE1") or (title and self.path.name)
        return draw(
            SoundPicture(
                title=title or self.path.name,
                about=", ".join(filter(None, [whose, duration(figures.seconds)])),
                figures=_headline(figures, self.entry),
                seconds=figures.seconds,
                outline=tuple(self.curves.waveform),
                points=self.curves.points,
                momentary=self.curves.momentary,
                short_term=self.curves.short_term,
                goal=USB.loudness,
                peak=USB.true_peak,
                marks=tuple(_mark(each) for each in _elements(self.entry)),
            )
        )


def gauge(path: Path) -> Gauged:
    """Measure a file. Raises SoundError, OSError."""
    content = path.read_bytes()
    figures, curves = both(content)
    return Gauged(path, figures, curves, beside(path, content))


def _format(figures: Measurement) -> Rows:
    return [
        ("Thời lượng", _length(figures.seconds)),
        ("Định dạng", f"{figures.rate} Hz, {figures.channels} kênh"),
        ("Tốc độ bit", f"{figures.bitrate} kbit/s{CONSTANT[figures.constant]}"),
        *(_frames(figures.structure) if figures.structure else []),
    ]


def _frames(found: Structure) -> Rows:
    header = f"có khung {found.header}" if found.header else "không có"
    gaps = f"bỏ được {found.delay} mẫu đầu, {found.padding} mẫu cuối" if found.gapless else ""
    return [
        ("Khung MP3", f"MPEG-{found.version} lớp III, {found.frames} khung"),
        ("Khung cho biết độ dài", ", ".join(filter(None, [header, gaps]))),
    ]


def _levels(figures: Measurement) -> Rows:
    return [
        ("Độ to (ITU-R BS.1770)", level(figures.loudness, "LUFS")),
        ("Khoảng độ to (EBU Tech 3342)", level(figures.loudness_range, "LU")),
        ("Độ to lớn nhất trong 3 giây", level(figures.short_term, "LUFS")),
        ("Độ to lớn nhất trong 0,4 giây", level(figures.momentary, "LUFS")),
        ("Đỉnh thật", level(figures.true_peak, "dBTP")),
        ("Đỉnh so với trung bình", level(figures.crest, "dB")),
    ]


def _silences(figures: Measurement) -> Rows:
    lead, tail = number(figures.leading_silence), number(figures.trailing_silence)
    return [
        ("Khoảng lặng dài nhất", f"{number(figures.longest_silence)} giây"),
        ("Lặng ở đầu, ở cuối", f"{lead} giây, {tail} giây"),
        ("Phần im lặng", percent(figures.silent)),
    ]


def _spectrum(figures: Measurement) -> Rows:
    return [
        ("Năng lượng dưới 300 Hz", percent(figures.low_band)),
        ("Năng lượng trong 300–4000 Hz", percent(figures.horn_band)),
        ("Năng lượng trên 4000 Hz", percent(figures.high_band)),
    ]


def _speech(entry: BulletinEntry | None) -> Rows:
    if entry is None or entry.syllables_per_second is None:
        return []
    rate = number(entry.syllables_per_second, 1)
    return [("Tốc độ đọc, không kể lúc nghỉ", f"{rate} tiếng/giây")]


def _flaws(figures: Measurement) -> Rows:
    clipped = f", dài nhất {figures.clipped_run} mẫu liền nhau" if figures.clipped else ""
    shifted = "không có" if figures.offset is None else level(figures.offset, "dB", 1)
    return [
        ("Mẫu bị xén đỉnh", f"{figures.clipped}{clipped}"),
        ("Lệch một chiều", shifted),
    ]


def _headline(
    figures: Measurement, entry: BulletinEntry | None
) -> tuple[tuple[str, str, str], ...]:
    """The four figures that stand large above the picture."""
    rate = entry.syllables_per_second if entry else None
    last = (
        (number(rate, 1), "tiếng/giây", "tốc độ đọc")
        if rate
        else (number(figures.horn_band * 100, 0), "%", "trong 300–4000 Hz")
    )
    return (
        (_short(figures.loudness), "LUFS", "độ to cả bài"),
        (_short(figures.true_peak), "dBTP", "đỉnh thật"),
        (number(figures.longest_silence, 1), "giây", "lặng dài nhất"),
        last,
    )


def _short(value: float | None) -> str:
    return "–" if value is None else number(value, 1)


def _elements(entry: BulletinEntry | None) -> tuple[ElementEntry, ...]:
    return entry.elements if entry else ()


def _title(each: ElementEntry) -> str:
    return KINDS.get(each.kind, each.title)


def _mark(each: ElementEntry) -> Mark:
    return Mark(second=each.start, title="" if each.kind == "sting" else each.title)


def _length(seconds: float) -> str:
    minutes, rest = divmod(round(seconds, 1), 60)
    return f"{int(minutes)} phút {number(rest, 1)} giây" if minutes else f"{number(rest, 1)} giây"
