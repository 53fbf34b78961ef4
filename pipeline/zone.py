"""The hour by which stations broadcast, whatever a machine's own clock is set to."""

from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
