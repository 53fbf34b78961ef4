"""What an operating system refuses is told in Vietnamese, with what to do."""

import errno

import pytest

from pipeline.errors import refusal


@pytest.mark.parametrize(
    ("number", "deed", "told"),
    [
        (errno.ENOSPC, "ghi", "ổ đĩa đã đầy. Hãy giải phóng chỗ trống"),
        (errno.EACCES, "ghi", "không có quyền ghi. Hãy cấp quyền ghi cho thư mục này."),
        (errno.EACCES, "đọc", "không có quyền đọc. Hãy cấp quyền đọc cho tệp này."),
        (errno.ENOENT, "đọc", "không thấy tệp này. Hãy kiểm tra lại đường dẫn."),
        (errno.ENOENT, "ghi", "không thấy thư mục này. Hãy kiểm tra lại đường dẫn."),
        (errno.EISDIR, "đọc", "đây là một thư mục chứ không phải tệp."),
    ],
)
def test_it_says_what_was_refused_and_what_to_do(number: int, deed: str, told: str) -> None:
    assert refusal(OSError(number, "in English"), deed).startswith(told)


def test_what_nobody_foresaw_is_told_as_the_system_tells_it() -> None:
    assert refusal(OSError(errno.ELOOP, "Too many links")) == "Too many links."
