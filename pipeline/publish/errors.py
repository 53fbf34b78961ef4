"""Publishing can fail in one way that mends itself."""

from collections.abc import Iterable

from ..errors import PublishError


class Unfinished(PublishError):
    """Objects the release needs are missing or damaged. They are gone from the store: build again.

    Stations that do not need them are published; the others have their former bundles.
    """

    def __init__(self, lacking: Iterable[tuple[str, str]]) -> None:
        self.lacking = tuple(lacking)  # bulletin id, key
        named = "\n".join(f"  {bulletin}: {key[:12]}" for bulletin, key in self.lacking)
        super().__init__(
            f"Kho thiếu hoặc có tệp hỏng nên chưa đóng gói được các bản tin sau:\n{named}\n"
            "Hãy chạy lại lệnh này: phần hỏng sẽ được làm lại."
        )
