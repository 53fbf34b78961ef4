"""The report as a value."""

from datetime import datetime

from ..coverage import Coverage
from ..model import Record
from ..playlog import Results


class Report(Record):
    """What an office tells its superiors of a span of days."""

    whose: str  # as it stands at the top
    coverage: Coverage  # the letters, point by point
    results: Results  # the same span by campaign, day and station
    at: datetime  # when it was made: what lies after is still to come
    campaign: str = ""  # id, if it is about one only
    sample: bool = False  # of stations made up for trying the program
