import pytest

from pipeline.engines.settings import Number, OneOf, Text, Whole, settle
from pipeline.errors import EngineUnavailable
from pipeline.model import Setting

SCHEMA = {
    "rate": Whole(120, 80, 450),
    "host": OneOf("com", ("com", "com.vn")),
    "speed": Number(1.0, 0.5, 2.0),
    "key": Text("", r"|[A-Z_]+", "tên biến", hidden=True),
}


def test_what_is_not_given_takes_its_default() -> None:
    usual = {"rate": 120, "host": "com", "speed": 1.0, "key": ""}
    assert settle("thử", SCHEMA, {}) == usual
    assert settle("thử", SCHEMA, {"rate": 80, "speed": 2}) == {**usual, "rate": 80, "speed": 2}


def test_an_unknown_name_is_refused_with_the_known_ones() -> None:
    with pytest.raises(EngineUnavailable, match=r"“sped”.*host, key, rate, speed"):
        settle("thử", SCHEMA, {"sped": 3})
    with pytest.raises(EngineUnavailable, match="không có thiết lập nào"):
        settle("thử", {}, {"speed": 3})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("rate", value) for value in (79, 451, 120.0, "120", True)),
        *(("speed", value) for value in (0.4, 3, "1", True, float("nan"))),
        *(("host", value) for value in ("com@evil", "", 1)),
    ],
)
def test_a_value_outside_the_table_is_refused(name: str, value: Setting) -> None:
    with pytest.raises(EngineUnavailable, match=f"“{name}”"):
        settle("thử", SCHEMA, {name: value})


def test_what_may_be_a_secret_is_not_repeated() -> None:
    with pytest.raises(EngineUnavailable, match=r"“key”.*tên biến") as caught:
        settle("thử", SCHEMA, {"key": "sk-123"})
    assert "sk-123" not in str(caught.value)
