"""PDF and pictures from typst templates. What they are told is JSON, so no text is ever markup."""

import re
import threading
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from ...errors import PublishError

if TYPE_CHECKING:
    import typst

FRAME = "khung.typ"
HERE = Path(__file__).parent
BUILT_IN = HERE / "typst"
UNTAGGED = ("kich-ban.typ",)  # the same is there as a page; tags would be 200 of its 290 kB


class Typesetter:
    """Sets papers. Same template, same words: same bytes, on every machine, at any time.

    `own`: a folder with templates of the office's own; those it lacks are the built-in ones.
    Threads may share one; each has its own compiler, which remembers what it set before.
    """

    def __init__(self, own: Path | None = None, built_in: Path = BUILT_IN) -> None:
        self._own = own if own is not None and own.is_dir() else None
        self._built_in = built_in
        self._threads = threading.local()
        self._sources: dict[str, bytes] = {}

    def load(self) -> None:
        """Load typst, while there is one thread: see `sound.load`."""
        import typst  # noqa: F401

    def pdf(self, template: str, told: object) -> bytes:
        """The paper that `template` (a file's name) makes of what it is told.

        Raises PublishError when a template of the office's own has a mistake.
        """
        return self._compiled(template, told, format="pdf", pdf_tags=template not in UNTAGGED)

    def png(self, template: str, told: object) -> bytes:
        """The picture it makes, one page; a point of the page is a pixel. Raises PublishError."""
        return self._compiled(template, told, format="png", ppi=72)

    def _compiled(self, template: str, told: object, **options: Any) -> bytes:
        import typst

        try:
            return self._compiler.compile(  # type: ignore[return-value]
                self._source(template),
                sys_inputs={"told": msgspec.json.encode(told).decode()},
                timestamp=0,
                **options,
            )
        except typst.TypstError as error:
            raise PublishError(self._explained(template, error)) from error

    @property
    def changes(self) -> dict[str, str]:
        """The office's own templates, as text: other templates, other papers."""
        if self._own is None:
            return {}
        return {path.name: self._read(path.name) for path in sorted(self._own.glob("*.typ"))}

    @property
    def _compiler(self) -> "typst.Compiler":
        """The one of this thread."""
        import typst

        known = vars(self._threads)
        if "compiler" not in known:
            root = str(self._own or self._built_in)
            known["compiler"] = typst.Compiler(root=root, font_paths=self._fonts)
        compiler: typst.Compiler = known["compiler"]
        return compiler

    def _source(self, template: str) -> bytes:
        if template not in self._sources:
            self._sources[template] = (self._read(FRAME) + self._read(template)).encode()
        return self._sources[template]

    @cached_property
    def _fonts(self) -> "typst.Fonts":
        """Ours only: a system's own typefaces would make every machine's papers differ."""
        import typst

        return typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=True,  # for letters ours lack
            font_paths=[str(HERE / "fonts")],
        )

    def _read(self, name: str) -> str:
        for folder in filter(None, (self._own, self._built_in)):
            if (folder / name).is_file():
                return (folder / name).read_text(encoding="utf-8").removeprefix("\ufeff")
        raise PublishError(f"Thiếu mẫu {name}. Hãy cài lại chương trình.")

    def _explained(self, template: str, error: "typst.TypstError") -> str:
        """Which line of whose template is wrong."""
        line = next(_lines(error), 0)
        frame = self._read(FRAME).count("\n")
        name, line = (FRAME, line) if line <= frame else (template, line - frame)
        place = (self._own or self._built_in) / name
        return (
            f"{place}:{line}: mẫu trang in có chỗ sai ({error.message}). Sửa chỗ đó, hoặc xóa tệp "
            "này để dùng mẫu có sẵn."
        )


def _lines(error: "typst.TypstError") -> Iterator[int]:
    for text in (error.diagnostic, *error.trace):
        for found in re.finditer(r":(\d+):\d+", text):
            yield int(found[1])
