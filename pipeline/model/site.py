"""The web site on which stations find their bundles."""

from .record import Record


class Site(Record):
    """How the site presents itself. Everything may be left out."""

    url: str = ""  # where it is reached, without a closing slash; "": not known
    name: str = ""  # "": the project's title
    contact: str = ""  # whom a station turns to: an e-mail address or a telephone number
