"""What YAML's parser objects to, in words for someone who never heard of YAML."""

import yaml

# words of the parser, whether its context (or else its problem) is the place, code, what, fix
_KNOWN = (
    ("'\\t'", False, "yaml.tab", "có dấu Tab", "thay dấu Tab bằng dấu cách"),
    ("tab ch", False, "yaml.tab", "có dấu Tab", "thay dấu Tab bằng dấu cách"),
    (
        "quoted scalar",
        True,
        "yaml.quote",
        "dấu nháy mở ở đây mà chưa đóng, hoặc trong lời có dấu \\",
        "thêm dấu nháy đóng, bỏ dấu \\",
    ),
    (
        "a flow ",
        True,
        "yaml.bracket",
        "dấu ngoặc mở ở đây mà chưa đóng, hoặc thiếu dấu phẩy bên trong",
        "kiểm tra các dấu ngoặc và dấu phẩy",
    ),
    (
        "mapping values are not allowed",
        False,
        "yaml.colon",
        "có dấu hai chấm trong lời, hoặc dòng này thụt vào quá",
        'đặt cả lời vào giữa hai dấu nháy " ", hoặc thụt lề bằng dòng trên',
    ),
    (
        "expected ':'",
        True,
        "yaml.colon",
        "dòng này không có dấu hai chấm",
        "viết “tên: giá trị”, sau dấu hai chấm có dấu cách",
    ),
    (
        "alias",
        True,
        "yaml.quote",
        "giá trị bắt đầu bằng dấu * hoặc &",
        'đặt giá trị vào giữa hai dấu nháy " "',
    ),
    (
        "cannot start any token",
        False,
        "yaml.quote",
        "giá trị bắt đầu bằng dấu đặc biệt",
        'đặt giá trị vào giữa hai dấu nháy " "',
    ),
    ("another document", False, "yaml.document", "có dòng --- ở giữa tệp", "bỏ dòng này"),
    (
        "block ",
        False,
        "yaml.indent",
        "dòng này thụt lề lệch với các dòng trên",
        "cho các mục cùng cấp thụt vào bằng nhau",
    ),
)
_OTHER = (
    "yaml.broken",
    "viết sai cú pháp YAML",
    "xem lại thụt lề, dấu hai chấm và dấu nháy ở chỗ này hoặc ngay dòng trên",
)


def explained(error: yaml.MarkedYAMLError) -> tuple[int, str, str, str]:
    """Offset into the text, code, what is wrong, what to do."""
    said = f"{error.context} {error.problem}"
    for words, at_context, code, what, fix in _KNOWN:
        if words in said:
            first = error.context_mark if at_context else error.problem_mark
            return _offset(first or error.problem_mark), code, what, fix
    return _offset(error.problem_mark or error.context_mark), *_OTHER


def _offset(mark: yaml.Mark | None) -> int:
    return 0 if mark is None else int(mark.index)
