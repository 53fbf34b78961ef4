"""The base of every record: frozen, keyword-only, closed to unknown fields."""

from typing import TYPE_CHECKING, Any, Self, dataclass_transform

import msgspec

if TYPE_CHECKING:  # msgspec's own hints do not let a base class set the rules for its children

    @dataclass_transform(frozen_default=True, kw_only_default=True)
    class Record:
        """See below."""

        def __init_subclass__(cls, *, tag: str = "", order: bool = False, **other: bool) -> None:
            """Take the options of `msgspec.Struct` that records use."""

        def but(self, **changes: Any) -> Self:
            """See below."""

        def fields(self) -> dict[str, Any]:
            """See below."""

else:

    class _Rules(msgspec.StructMeta):
        """Gives every record the same rules, so that no class can forget one."""

        def __new__(cls, name: str, bases: tuple, namespace: dict, **options: Any) -> type:
            rules = {"frozen": True, "kw_only": True, "forbid_unknown_fields": True}
            rules["gc"] = (
                False  # nothing frozen is part of a cycle: a nation's plan is not searched
            )
            return super().__new__(cls, name, bases, namespace, **(rules | options))

    class Record(msgspec.Struct, metaclass=_Rules):
        """A value. Two records with equal fields are equal; nothing can change one."""

        def but(self, **changes: Any) -> Self:
            """The same record with some fields different."""
            return msgspec.structs.replace(self, **changes)

        def fields(self) -> dict[str, Any]:
            """Every field and its value."""
            return msgspec.structs.asdict(self)
