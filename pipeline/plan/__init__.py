"""What will be said and made, as a value. Text only: nothing here speaks, decodes or writes."""

from .casting import Casting
from .clearance import Clearance
from .heard import Ear, Renditions
from .jobs import Key, Task
from .plan import BulletinPlan, BundlePlan, Element, Plan
from .planner import plan
from .proof import Proof, proofs
from .unapproved import Unapproved
from .week import Week, due
from .windows import overruns

__all__ = [
    "BulletinPlan",
    "BundlePlan",
    "Casting",
    "Clearance",
    "Ear",
    "Element",
    "Key",
    "Plan",
    "Proof",
    "Renditions",
    "Task",
    "Unapproved",
    "Week",
    "due",
    "overruns",
    "plan",
    "proofs",
]
