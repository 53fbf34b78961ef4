"""PDFs without readable text: recognised as such, and read by Tesseract where the extra `ocr` is."""

import os
from pathlib import Path
from typing import Any

from ..errors import LetterError
from .plain import measured
from .sheet import Sheet, remark

MODEL = "vie.traineddata"
SCANNED = "đây là bản chụp (scan), trong tệp không có chữ"
GARBLED = "chữ trong tệp PDF này hỏng mã: nhìn thì đúng, nhưng chép ra là chữ vô nghĩa"
_SHARPNESS = 300 / 72  # 300 dots to the inch, what Tesseract was trained on
HOW = (
    'cài thêm phần nhận chữ: .venv/bin/pip install ".[ocr]", rồi chỉ cho chương trình thư mục có '
    f"tệp {MODEL} bằng --models THƯ-MỤC"
)


def read_scan(
    name: str, document: Any, pages: int, models: Path | None, why: str = SCANNED
) -> Sheet:
    """The lines of a document by its looks. Raises LetterError, which says how to get it read."""
    folder = models or Path(os.environ.get("TESSDATA_PREFIX", ""))
    try:
        from tesserocr import PSM, PyTessBaseAPI
    except ImportError:
        raise LetterError(
            f"{name}: {why}. Hãy xin bản .docx hoặc .pdf có chữ; hoặc {HOW}."
        ) from None
    if not (folder / MODEL).is_file():
        raise LetterError(
            f"{name}: {why}; phần nhận chữ đã cài nhưng chưa thấy tệp {MODEL}. "
            "Hãy tải tệp ấy từ trang của Tesseract (tessdata), rồi thêm --models THƯ-MỤC."
        )
    lines: list[str] = []
    with PyTessBaseAPI(path=str(folder), lang="vie", psm=PSM.AUTO) as reader:
        for number in range(min(len(document), pages)):
            reader.SetImage(document[number].render(scale=_SHARPNESS, grayscale=True).to_pil())
            lines += reader.GetUTF8Text().split("\n")
    if not any(line.strip() for line in lines):
        raise LetterError(f"{name}: không nhận ra chữ nào trong bản chụp. Hãy xin bản có chữ.")
    what = f"{why}; máy nhận chữ có thể nhầm"
    note = remark(name, "scan", what, "đối chiếu từng chữ, từng số với bản gốc")
    return Sheet(name, measured(lines), (note,))
