"""Posts for social networks, and their pictures."""

from .channel import Files
from .content import Content
from .sentences import asides, ended, shortest_call
from .workshop import Workshop

ZALO = 500  # letters of a post that are read without pressing "more"


class Social:
    """Texts to paste for Facebook and Zalo; a square picture and a wide one."""

    id = "mang-xa-hoi"
    title = "Bài và ảnh cho mạng xã hội"

    def make(self, content: Content, workshop: Workshop) -> Files:
        """See `Channel`."""
        shown = {
            "title": content.title,
            "hotline": content.hotline,
            "line": shortest_call(content.call, content.hotline),
            "aside": asides(content.call, content.hotline),
            "office": content.office,
            "issuer": content.issuer,
            "mark": content.mark,
            "sample": content.sample,
            "whose": content.office,
        }
        picture = workshop.typesetter.png
        return {
            "facebook.txt": workshop.text("facebook.txt", content),
            "zalo.txt": workshop.text("zalo.txt", content, opening=opening(content)),
            "anh-vuong.png": picture("anh-vuong.typ", shown),
            "anh-ngang.png": picture("anh-ngang.typ", shown),
        }


def opening(content: Content) -> list[str]:
    """As many whole paragraphs as a short post has room for beside title and call; one at least."""
    room = ZALO - len(ended(content.title)) - len(content.call)
    chosen: list[str] = []
    for passage in content.passages:
        room -= len(passage.text)
        if chosen and room < 0:
            break
        chosen.append(passage.text)
    return chosen
