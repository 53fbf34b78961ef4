"""A Word file as it is seen: changes accepted, and nothing left in boxes the library does not open.

Tracked changes, content controls (a date picker, say) and smart tags put paragraphs and words one
level deeper, where python-docx passes over them; a letter would lose its number without a word.
Text boxes become paragraphs after the one they hang on.
"""

from docx.document import Document
from docx.oxml.ns import qn
from lxml.etree import _Element

_WRAPPED = tuple(
    map(qn, ("w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:fldSimple", "w:sdtContent"))
)
_GONE = tuple(map(qn, ("w:del", "w:moveFrom", "w:sdtPr", "w:sdtEndPr")))
_BOX, _PARAGRAPH, _CONTROL = qn("w:txbxContent"), qn("w:p"), qn("w:sdt")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def accept(document: Document) -> bool:
    """Change the opened file so; say whether it had changes that nobody had accepted."""
    body = document.element.body
    tracked = any(True for _ in body.iter(qn("w:ins"), qn("w:del"), qn("w:moveTo")))
    for each in list(body.iter(*_GONE, _FALLBACK)):
        _remove(each)
    for box in list(body.iter(_BOX)):
        _unbox(box)
    for each in reversed(list(body.iter(*_WRAPPED, _CONTROL))):  # the innermost first
        _unwrap(each)
    return tracked


def _unwrap(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(element)


def _unbox(box: _Element) -> None:
    """Its paragraphs and tables come after the paragraph in which it is anchored."""
    anchor = next((each for each in box.iterancestors(_PARAGRAPH)), None)
    for each in reversed(list(box)):
        if anchor is not None:
            anchor.addnext(each)


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
