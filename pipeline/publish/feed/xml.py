"""XML from trees, the same bytes every time."""

import re
import xml.etree.ElementTree as ET

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2


def clean(text: str) -> str:
    """Text without the characters no XML document may hold."""
    return _FORBIDDEN.sub(" ", text)


def sub(parent: ET.Element, tag: str, text: str | None = None, /, **attributes: str) -> ET.Element:
    """A further child. Attribute names may not be tags; text is escaped when written."""
    known = {name: clean(value) for name, value in attributes.items()}
    child = ET.SubElement(parent, tag, known)
    child.text = None if text is None else clean(text)
    return child


def written(root: ET.Element) -> bytes:
    """The document, indented."""
    ET.indent(root, " ")
    content: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return content + b"\n"
