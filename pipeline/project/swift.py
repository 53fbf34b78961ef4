"""libyaml under Python's composer: fast, and deep nesting is a RecursionError, not a crash."""

import yaml
from yaml.composer import Composer
from yaml.cyaml import CParser  # type: ignore[attr-defined]
from yaml.resolver import Resolver


class _Loader(Composer, CParser, Resolver):
    def __init__(self, text: str) -> None:
        CParser.__init__(self, text)
        Composer.__init__(self)
        Resolver.__init__(self)


def compose(text: str) -> yaml.Node | None:
    """The document's root. Raises YAMLError, RecursionError."""
    root: yaml.Node | None = _Loader(text).get_single_node()
    return root
