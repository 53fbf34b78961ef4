"""Is anybody there? One short question, answered within a few seconds whatever the network does."""

import queue
import threading

import requests

from ...figures import number
from .trouble import of_line

BLOCKED = 429
UNKNOWN = 501  # small servers know no HEAD: somebody is there


def unreachable(url: str, seconds: float) -> str | None:
    """Why `url` cannot be used, in Vietnamese, or None when something sensible answers there.

    Looking up a name can hang far beyond any timeout a socket knows, so a thread asks and is left
    behind when it takes too long. Proxies and certificates are taken from the environment.
    """
    answers: queue.SimpleQueue[str | None] = queue.SimpleQueue()
    threading.Thread(target=lambda: answers.put(_ask(url, seconds)), daemon=True).start()
    try:
        return answers.get(timeout=seconds)
    except queue.Empty:
        return f"Không thấy máy chủ trả lời sau {number(seconds, None)} giây."


def _ask(url: str, seconds: float) -> str | None:
    try:
        answer = requests.head(url, timeout=seconds, allow_redirects=False)
    except requests.exceptions.RequestException as error:
        return of_line(error).reason
    code = answer.status_code
    if code == BLOCKED or (code >= 500 and code != UNKNOWN):
        return f"Máy chủ đang từ chối ({code})."
    return None
