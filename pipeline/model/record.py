"""The base of every record: frozen, keyword-only, closed to unknown fields."""

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A value. Two records with equal fields are equal; nothing can change one."""
