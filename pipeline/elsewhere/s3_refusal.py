"""What a store or the line to it answered, in Vietnamese, with what to do.

Only codes are looked at. Messages are not repeated: some hold the key that was used.
"""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from ..errors import CarrierError

ONWARD = "Chạy lại lệnh này là gửi tiếp phần còn lại."

_KEY = (
    "khóa truy cập không đúng hoặc đã hết hạn. Hãy kiểm tra AWS_ACCESS_KEY_ID và "
    "AWS_SECRET_ACCESS_KEY, hoặc tệp ~/.aws/credentials."
)
_NO_KEY = (
    "chưa có khóa truy cập. Hãy đặt hai biến môi trường AWS_ACCESS_KEY_ID và "
    "AWS_SECRET_ACCESS_KEY, hoặc ghi vào tệp ~/.aws/credentials."
)
_FORBIDDEN = (
    "kho không cho phép (403). Hãy nhờ người quản trị kho cấp cho khóa này quyền liệt kê, ghi và "
    "xóa (s3:ListBucket, s3:PutObject, s3:GetObject, s3:DeleteObject)."
)
_NO_BUCKET = (
    "không có kho này. Hãy kiểm tra lại tên, hoặc tạo kho ở trang quản lý của nhà cung cấp."
)
_FULL = "kho đã hết chỗ hoặc hết hạn mức. Hãy xóa bớt tuần cũ (--remove-old) hoặc tăng hạn mức."
_REGION = "kho nằm ở vùng khác. Hãy đặt biến AWS_REGION đúng vùng của kho."
_CLOCK = "đồng hồ máy này sai nên kho từ chối. Hãy chỉnh lại ngày giờ của máy."
_BUSY = "máy chủ đang bận hoặc hỏng, đã thử nhiều lần."
_NOBODY = "không tìm thấy máy chủ này. Hãy kiểm tra mạng và dòng endpoint trong project.yaml."
_NO_LINE = "không nối được với máy chủ. Hãy kiểm tra mạng."
_SLOW = "máy chủ không trả lời kịp, đã thử nhiều lần. Hãy thử lại lúc mạng tốt hơn."
_STRANGER = "chứng chỉ của máy chủ không đúng nên không tin được."
_PROFILE = "cấu hình AWS trên máy này có chỗ sai (AWS_PROFILE hoặc tệp ~/.aws/config)."

_CODES = {
    **dict.fromkeys(("InvalidAccessKeyId", "SignatureDoesNotMatch"), _KEY),
    **dict.fromkeys(("InvalidToken", "ExpiredToken", "401", "Unauthorized"), _KEY),
    **dict.fromkeys(("AccessDenied", "AllAccessDisabled", "403", "Forbidden"), _FORBIDDEN),
    **dict.fromkeys(("NoSuchBucket", "404", "NotFound"), _NO_BUCKET),
    **dict.fromkeys(("QuotaExceeded", "XMinioStorageFull", "507"), _FULL),
    **dict.fromkeys(("InsufficientStorage", "StorageFull", "EntityTooLarge"), _FULL),
    **dict.fromkeys(("PermanentRedirect", "AuthorizationHeaderMalformed", "301"), _REGION),
    "RequestTimeTooSkewed": _CLOCK,
}
_KINDS = {  # by name: the libraries are there only where the extra is
    **dict.fromkeys(("NoCredentialsError", "PartialCredentialsError"), _NO_KEY),
    **dict.fromkeys(("CredentialRetrievalError", "TokenRetrievalError"), _KEY),
    **dict.fromkeys(("ProfileNotFound", "ConfigParseError", "InvalidConfigError"), _PROFILE),
    **dict.fromkeys(("ConnectTimeoutError", "ReadTimeoutError", "FSTimeoutError"), _SLOW),
    "SSLError": _STRANGER,
    "EndpointConnectionError": _NO_LINE,
}
_FULL_STATUS = 507


@contextmanager
def told(where: str, address: str) -> Iterator[None]:
    """Turn what the libraries raise into a CarrierError. `address` "": the bucket as a whole."""
    from botocore.exceptions import BotoCoreError, ClientError

    try:
        yield
    except (OSError, BotoCoreError, ClientError) as error:
        named = f"{where}/{address}".rstrip("/")
        raise CarrierError(f"{named}: {reason(error)} {ONWARD}") from error


def reason(error: BaseException) -> str:
    """What happened, by the most telling error of those that led to this one."""
    chain = list(_causes(error))
    if any(isinstance(each, socket.gaierror) for each in chain):
        return _NOBODY
    if any(isinstance(each, ssl.SSLError) for each in chain):
        return _STRANGER
    for each in chain:
        if response := getattr(each, "response", None):
            return _answered(response)
        for kind in type(each).__mro__:
            if kind.__name__ in _KINDS:
                return _KINDS[kind.__name__]
    if any(isinstance(each, TimeoutError) for each in chain):
        return _SLOW
    if any(isinstance(each, ConnectionError) for each in chain):
        return _NO_LINE
    return f"không gửi được ({type(error).__name__})."


def _answered(response: dict[str, dict[str, object]]) -> str:
    code = str(response.get("Error", {}).get("Code", ""))
    status = response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
    if code in _CODES:
        return _CODES[code]
    if isinstance(status, int) and status >= 500:
        return _FULL if status == _FULL_STATUS else _BUSY
    return _CODES.get(str(status), f"kho từ chối ({code or status}).")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__
