"""A letter set as Word and PDF files as an office does: two-column head, justified, paged."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

import typst
from docx import Document
from docx.shared import Cm

from pipeline.publish import papers

FONTS = [str(Path(papers.__file__).parent / "fonts")]
PAGE = """
#let letter = json(bytes(sys.inputs.letter))
#set page(paper: "a4", margin: (left: 3cm, right: 2cm, y: 2cm), numbering: "1")
#set text(font: sys.inputs.font, size: 14pt, lang: "vi", hyphenate: false, number-width: "tabular")
#set par(justify: true, first-line-indent: (amount: 1cm, all: true), spacing: 0.9em)
#grid(columns: (1fr, 1.2fr), align: center,
  letter.left.map(each => par(first-line-indent: 0pt, each)).join(),
  letter.right.map(each => par(first-line-indent: 0pt, each)).join())
#v(1em)
#for each in letter.body { par(each) }
#grid(columns: (1fr, 1fr),
  [#set text(size: 11pt); #letter.copies.map(each => par(first-line-indent: 0pt, each)).join()],
  align(center, letter.signed.map(each => par(first-line-indent: 0pt, each)).join()))
"""


@dataclass
class Setting:
    """A letter's text in the pieces a typist lays out."""

    left: list[str]
    right: list[str]
    body: list[str]
    copies: list[str]
    signed: list[str]

    def docx(self, path: Path) -> Path:
        document = Document()
        self._side_by_side(document, self.left, self.right)
        for each in self.body:
            document.add_paragraph(each)
        self._side_by_side(document, self.copies, self.signed)
        document.save(str(path))
        return path

    def _side_by_side(self, document: Document, left: list[str], right: list[str]) -> None:
        cells = document.add_table(1, 2).rows[0].cells
        for cell, texts in zip(cells, (left, right), strict=True):
            cell.width = Cm(8)
            cell.paragraphs[0].text = texts[0] if texts else ""
            for each in texts[1:]:
                cell.add_paragraph(each)

    def pdf(self, path: Path, font: str = "Libertinus Serif") -> Path:
        letter = json.dumps(asdict(self), ensure_ascii=False)
        inputs = {"letter": letter, "font": font}
        typst.compile(PAGE.encode(), output=str(path), sys_inputs=inputs, font_paths=FONTS)
        return path
