"""Where a moment and a level lie on paper."""

from collections.abc import Iterator, Sequence

from .pen import Point

FLOOR = -40.0  # LUFS; what is softer is drawn there
STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800)  # s between marks of time


class Frame:
    """A field of a picture: time runs to the right, levels upwards."""

    def __init__(
        self, left: float, top: float, width: float, height: float, seconds: float, ceiling: float
    ) -> None:
        self.left, self.top, self.width, self.height = left, top, width, height
        self.right, self.bottom = left + width, top + height
        self._seconds = max(seconds, 0.001)
        self._ceiling = ceiling

    def x(self, second: float) -> float:
        """Of a moment."""
        return self.left + self.width * min(max(second / self._seconds, 0), 1)

    def y(self, level: float) -> float:
        """Of a level between `FLOOR` and the ceiling."""
        height = (max(level, FLOOR) - FLOOR) / (self._ceiling - FLOOR)
        return self.bottom - self.height * min(height, 1)

    def levels(self) -> list[int]:
        """Levels worth a line, every 10."""
        return [level for level in range(0, int(FLOOR) - 1, -10) if level <= self._ceiling]

    def times(self, most: int) -> Iterator[int]:
        """Seconds worth a mark, at most so many."""
        step = next((each for each in STEPS if self._seconds / each <= most), 3600)
        return iter(range(0, int(self._seconds) + 1, step))

    def curve(self, levels: Sequence[float], every: float, first: float) -> list[Point]:
        """Points of levels `every` so many seconds, the first at `first`; two a pixel at most."""
        factor = max(1, round(len(levels) / self.width / 2))
        return [
            (self.x(first + (at + (factor - 1) / 2) * every), self.y(max(levels[at : at + factor])))
            for at in range(0, len(levels), factor)
        ]

    def outline(self, heights: Sequence[int], every: float, full: int) -> list[Point]:
        """Points of a waveform's upper half about the middle of the field."""
        factor = max(1, round(len(heights) / self.width))
        middle, reach = self.top + self.height / 2, self.height / 2
        return [
            (
                self.x((at + factor / 2) * every),
                middle - max(0.4, reach * max(heights[at : at + factor]) / full),
            )
            for at in range(0, len(heights), factor)
        ]
