"""What an office sends by SMS."""

import csv
import io

import pytest

from pipeline.kit.texting import Texting, versions
from pipeline.kit.workshop import Workshop
from tests.unit.kit import contents


def test_four_ways_each_with_the_hotline() -> None:
    made = {each.id: each.sms for each in versions(contents.make())}
    assert made["ngan-khong-dau"].text == (
        "Khi co nguoi doi tien chuoc. Thay ai bi lua, ba con hay goi so 111. Goi khong mat tien. "
        "Xin nhac lai, hay goi so 111."
    )
    assert made["ngan-co-dau"].text == (
        "Khi có người đòi tiền chuộc. Thấy ai bị lừa, bà con hãy gọi số 111."
    )
    assert len(made["ngan-khong-dau"].parts) == len(made["ngan-co-dau"].parts) == 1
    for name in ("du-khong-dau", "du-co-dau"):
        assert len(made[name].parts) > 1
        assert "111" in made[name].text
        assert made[name].text.count("Báo sớm") + made[name].text.count("Bao som") == 1


def test_where_no_sentence_has_room_the_clause_with_the_number_stands_alone() -> None:
    call = "Bà con cần báo tin, cần giúp đỡ, xin gọi đường dây nóng 111. Nhắc lại, hãy gọi số 111."
    made = {each.id: each.sms for each in versions(contents.make(call=call))}
    assert made["ngan-co-dau"].text == "Khi có người đòi tiền chuộc. Hãy gọi số 111."


@pytest.mark.parametrize("title", ["Tin " * 40, "Chuyện " * 10, "Ngắn"])
@pytest.mark.parametrize("call", [contents.CALL, f"{'dài ' * 50}xin gọi 111.", "Gọi 111!"])
def test_the_short_one_is_one_message_whatever_is_written(title: str, call: str) -> None:
    for each in list(versions(contents.make(call=call, title=title)))[:2]:
        assert len(each.sms.parts) == 1
        assert "111" in each.sms.text


def test_the_table_is_what_is_sent() -> None:
    content = contents.make()
    table = Texting().make(content, Workshop())["tin-nhan.csv"].decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(table))
    assert head[-1] == "nội dung"
    for version in versions(content):
        sent = "".join(row[-1] for row in rows if row[0] == version.id)
        assert sent == version.sms.text
        assert all(int(row[4]) <= (160 if row[1] == "GSM-7" else 70) for row in rows)
