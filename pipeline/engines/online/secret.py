"""Keys to paid services: named in a voice file, kept in the environment, shown to nobody."""

import os
import re

from ...errors import EngineUnavailable
from ...model import VARIABLE
from ..settings import Text

HIDDEN = "•••"
# A voice file says where the key is, never the key: voice files are copied and sent around.
WANTED = "tên một biến môi trường, ví dụ KHOA_GIONG_DOC, không phải khóa"
KEY = Text("", rf"|{VARIABLE}", WANTED, hidden=True)


class Secret:
    """A key, or none. Whatever prints, logs or formats this object gets dots."""

    def __init__(self, value: str = "") -> None:
        self._value = value

    @classmethod
    def of(cls, variable: str, engine: str) -> "Secret":
        """The key in an environment variable; no key without a name. Raises EngineUnavailable."""
        if not variable:
            return cls()
        value = os.environ.get(variable, "").strip()
        if not value:
            reason = f"Chưa có khóa: hãy đặt biến môi trường {variable} rồi chạy lại."
            raise EngineUnavailable(engine, reason)
        if not re.fullmatch(r"[\x21-\x7e]+", value):
            reason = f"Khóa trong biến môi trường {variable} có dấu cách hoặc chữ lạ."
            raise EngineUnavailable(engine, reason)
        return cls(value)

    def __bool__(self) -> bool:
        return bool(self._value)

    def __repr__(self) -> str:
        return f"Secret({HIDDEN if self._value else ''})"

    __str__ = __repr__

    def reveal(self) -> str:
        """The key itself, for the request that needs it and nothing else."""
        return self._value

    def hide(self, text: str) -> str:
        """The text without the key, which some services repeat in their refusals."""
        return text.replace(self._value, HIDDEN) if self._value else text
