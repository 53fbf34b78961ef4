"""Silences for the ear, as data: how long it stays quiet after what."""

from .record import Record

ECHO = 290  # ms after which a pole 100 m further on is heard: silence that fills is no silence


class Gaps(Record):
    """Milliseconds of silence after each. An engine's own silence is cut off before."""

    phrase: int = 300
    clause: int = 400
    sentence: int = 700
    paragraph: int = 1000
    item: int = 1500
    sting: int = 500


GAPS = Gaps()
