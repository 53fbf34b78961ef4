"""A server of large files on this machine, with all the faults of the road to one."""

from .stage import Door, Stage


class Files(Stage):
    """Serves `files` by the last part of their path, one step of `script` for each request.

    Steps: whole, cut N (after so many bytes), no range, wrong span, longer, hang, drip, away (a
    redirect to another path), outside (to plain http in the open), any status.
    """

    def __init__(self, files: dict[str, bytes], script: str = "") -> None:
        self.files = files
        self.asked: list[tuple[str, str]] = []  # path and Range
        super().__init__(_Door, script)


class _Door(Door):
    def do_GET(self) -> None:
        place: Files = self.server.stage
        wanted = self.headers.get("Range", "")
        place.asked.append((self.path, wanted))
        step = place.step("whole")
        content = place.files.get(self.path.rpartition("/")[2])
        if step[:3].isdigit() or content is None:
            self.begin(int(step[:3]) if content is not None else 404, {}, 0)
        elif step == "away":
            self.begin(302, {"Location": f"{place.address}/elsewhere{self.path}"}, 0)
        elif step == "outside":
            self.begin(302, {"Location": "http://mirror.example/x"}, 0)
        else:
            self.send(step, content, int(wanted.removeprefix("bytes=").partition("-")[0] or 0))

    def send(self, step: str, content: bytes, start: int) -> None:
        if step == "longer":
            content += b"x" * 100
        if step == "no range":
            start = 0
        if start:
            shown = 0 if step == "wrong span" else start
            span = f"bytes {shown}-{len(content) - 1}/{len(content)}"
            self.begin(206, {"Content-Range": span}, len(content) - start)
        else:
            self.begin(200, {}, len(content))
        body = content[start:]
        if step == "hang":
            self.server.stage.closing.wait(30)
        elif step == "drip":
            for at in range(0, len(body), 8_000):
                self.wfile.write(body[at : at + 8_000])
                if self.server.stage.closing.wait(0.05):
                    return
        elif step.startswith("cut "):
            self.wfile.write(body[: int(step[4:])])
        else:
            self.wfile.write(body)

    def begin(self, status: int, headers: dict[str, str], length: int) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(length))
        self.end_headers()
