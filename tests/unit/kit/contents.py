"""Contents to make products of."""

from pipeline.kit.content import Content, Passage
from pipeline.reading import segments

DIGEST = "3f2a91c0b7d4" + "0" * 52
BODY = (
    "Nửa đêm, chuông điện thoại reo. Đầu dây bên kia bảo, không nộp tiền thì đừng mong thấy con.",
    "Xin bà con nhớ giúp. Đừng vội chuyển tiền, và đừng giấu một mình.",
    "Cần gấp thì gọi số 113, hoặc gọi số 111, giờ nào cũng có người nghe.",
    "Ngày 30/7 đài nhắc lại. Báo sớm một giờ, con có thêm một giờ hy vọng.",
)
CALL = "Thấy ai bị lừa, bà con hãy gọi số 111. Gọi không mất tiền. Xin nhắc lại, hãy gọi số 111."
HOSTILE = "</p><script>alert('x')</script> #panic() $x$ *a* _b_ [c](http://x/) {{ 1 }} & \\ `d` @e"


def make(body: tuple[str, ...] = BODY, call: str = CALL, **changes: object) -> Content:
    passages = tuple(Passage(role="AB"[number % 2], text=text) for number, text in enumerate(body))
    whole = Content(
        campaign="phong-chong-mua-ban-nguoi",
        message="khi-co-nguoi-doi-tien-chuoc",
        title="Khi có người đòi tiền chuộc",
        passages=passages,
        call=call,
        hotline="111",
        issuer="Sở Thông tin và Truyền thông tỉnh Bắc Giang",
        letter="Công văn số ……/STTTT-TTBCXB ngày …… tháng 7 năm 2023 của Sở",
        office="Truyền thanh cơ sở tỉnh Bắc Ninh",
        script=tuple(each for part in passages for each in segments(part.text, role=part.role)),
        call_script=segments(call),
        pace=4.0,
        digest=DIGEST,
    )
    return whole.but(**changes)


def hostile() -> Content:
    """Every field is an attack on some kind of mark-up."""
    return make(
        (HOSTILE, f"# {HOSTILE}", f"1. {HOSTILE}"),
        f"Gọi 111. {HOSTILE}",
        title=HOSTILE,
        issuer=HOSTILE,
        letter=HOSTILE,
        office=HOSTILE,
    )
