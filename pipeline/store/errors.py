"""Two ways in which an object is not there. Both are mended by making it again.

Both come home from worker processes: they are made anew there from their key, not their words.
"""

from ..errors import StoreError


class Missing(StoreError):
    """No such object."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(f"Kho không có {key[:12]}.")

    def __reduce__(self) -> tuple[type["Missing"], tuple[str]]:
        return type(self), (self.key,)


class Damaged(StoreError):
    """The object was not what had been written; it has been removed."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(f"Kho có {key[:12]} nhưng đã hỏng; đã bỏ để làm lại.")

    def __reduce__(self) -> tuple[type["Damaged"], tuple[str]]:
        return type(self), (self.key,)
