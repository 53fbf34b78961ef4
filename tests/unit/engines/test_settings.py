import pytest

from pipeline.engines.settings import OneOf, Whole, settle
from pipeline.errors import EngineUnavailable
from pipeline.model import Setting

SCHEMA = {"rate": Whole(120, 80, 450), "host": OneOf("com", ("com", "com.vn"))}


def test_what_is_not_given_takes_its_default() -> None:
    assert settle("thử", SCHEMA, {}) == {"rate": 120, "host": "com"}
    assert settle("thử", SCHEMA, {"rate": 80}) == {"rate": 80, "host": "com"}


def test_an_unknown_name_is_refused_with_the_known_ones() -> None:
    with pytest.raises(EngineUnavailable, match=r"“speed”.*host, rate"):
        settle("thử", SCHEMA, {"speed": 3})
    with pytest.raises(EngineUnavailable, match="không có thiết lập nào"):
        settle("thử", {}, {"speed": 3})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("rate", value) for value in (79, 451, 120.0, "120", True)),
        *(("host", value) for value in ("com@evil", "", 1)),
    ],
)
def test_a_value_outside_the_table_is_refused(name: str, value: Setting) -> None:
    with pytest.raises(EngineUnavailable, match=f"“{name}”"):
        settle("thử", SCHEMA, {name: value})
