"""The two real letters, and how an office lays them out."""

from pathlib import Path

from pipeline.letter import open_letter
from pipeline.letter.lines import paragraphs

from .setting import Setting

ROOT = Path(__file__).parents[3]
CAMPAIGNS = ("ngay-30-7", "phong-chong-mua-ban-nguoi")
COPIES = ["Nơi nhận:", "- Như trên (t/h);", "- Lãnh đạo Sở;", "- Lưu VT, Phòng TTBCXB."]
SIGNED = ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "", "Ngô Đình Tiến"]


def letter(campaign: str) -> Path:
    return ROOT / "campaigns" / campaign / "cong-van.txt"


def setting(campaign: str) -> Setting:
    """The letter's own words in a typist's pieces."""
    lines = list(open_letter(letter(campaign)).lines)
    begin = next(at for at, line in enumerate(lines) if "Kính gửi" in line.text)
    end = next(at for at, line in enumerate(lines) if "Nơi nhận" in line.text)
    left, right = HEADS[campaign]
    return Setting(left, right, paragraphs(lines[begin:end]), COPIES, SIGNED)


HEADS = {
    "ngay-30-7": (
        [
            "Số:        / STTTT-TTBCXB",
            "V/v tuyên truyền hưởng ứng “Ngày thế giới phòng, chống mua bán người” và “Ngày toàn "
            "dân phòng, chống mua bán người - 30/7”",
        ],
        ["Bắc Giang, ngày        tháng 7 năm 2023"],
    ),
    "phong-chong-mua-ban-nguoi": (
        [
            "UBND TỈNH BẮC GIANG",
            "SỞ THÔNG TIN & TRUYỀN THÔNG",
            "Số:           / STTTT-TTBCXB",
            "V/v tăng cường tuyên truyền công tác phòng, chống mua bán người và hỗ trợ nạn nhân bị "
            "mua bán trở về địa phương",
        ],
        [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập- Tự do- Hạnh phúc",
            "",
            "Bắc Giang, ngày       tháng      năm 2023",
        ],
    ),
}
