"""Google Translate's speech call."""

import base64
import json
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import parse_qs

from tests.loopback.service import Answer, Heard, Service

PATH = "/_/TranslateWebserverUi/data/batchexecute"


@dataclass(frozen=True)
class Asked:
    """One request for speech."""

    host: str
    text: str
    language: str
    slow: bool


class Google(Service):
    """Steps of its own: no audio, null, bad base64."""

    hosts: ClassVar = ("translate.google.com", "translate.google.com.vn")

    @property
    def heard(self) -> list[Asked]:
        return [_asked(request) for request in self.requests]

    def words(self, request: Heard) -> str:
        return _asked(request).text

    def wrap(self, sound: bytes, request: Heard) -> Answer:
        return Answer(row(json.dumps([base64.b64encode(sound).decode()])))

    def own(self, step: str, request: Heard) -> Answer | None:
        return Answer(BODIES[step]) if step in BODIES else None


def _asked(request: Heard) -> Asked:
    form = parse_qs(request.body.decode())
    ((call, parameters, _, _),) = json.loads(form["f.req"][0])[0]
    assert (request.path, call) == (PATH, "jQ1olc")
    text, language, slow, _ = json.loads(parameters)
    return Asked(request.host, text, language, bool(slow))


def row(payload: str | None) -> bytes:
    """Write an answer as the service does: a guard line, the row, and rows nobody asked for."""
    field = json.dumps(payload)
    return (
        f')]}}\'\n\n[["wrb.fr","jQ1olc",{field},null,null,null,"generic"]\n'
        ',["di",52]\n,["af.httprm",51,"8692744518077823928",20]\n]'
    ).encode()


BODIES = {
    "no audio": b')]}\'\n\n[["di",52]\n,["af.httprm",51,"8692744518077823928",20]\n]',
    "null": row(None),
    "bad base64": row(json.dumps(["//NExAA*" * 100 + "="])),
}
