"""What a station reads: the week sheet, the announcer's script, the log sheet."""

from .edition import Edition, Printed
from .press import Press
from .typesetter import Typesetter

__all__ = ["Edition", "Press", "Printed", "Typesetter"]
