"""What will be said and made, as a value. Text only: nothing here speaks, decodes or writes."""

from .casting import Casting
from .jobs import Key, Task
from .plan import BulletinPlan, BundlePlan, Element, Plan, Tag
from .planner import plan
from .week import Week, due
from .windows import overruns

__all__ = [
    "BulletinPlan",
    "BundlePlan",
    "Casting",
    "Element",
    "Key",
    "Plan",
    "Tag",
    "Task",
    "Week",
    "due",
    "overruns",
    "plan",
]
