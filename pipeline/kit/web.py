"""An article for a web site: a whole page, a part to paste into one's own, and Markdown."""

from .channel import Files
from .content import Content
from .workshop import Workshop


class Web:
    """Pages load nothing from elsewhere and run nothing."""

    id = "bai-web"
    title = "Bài cho trang thông tin điện tử"

    def make(self, content: Content, workshop: Workshop) -> Files:
        """See `Channel`."""
        names = ("bai-web.html", "bai-web-nhung.html", "bai-web.md")
        return {name: workshop.fill(name, content).encode("utf-8") for name in names}
