"""sw.js: what keeps pages readable without a network."""

import hashlib
import json

from .assets import Assets
from .pages import script


def worker(assets: Assets) -> bytes:
    """The script. Its version is the digest of what it keeps: new assets, new cache."""
    needed = [*assets.offline, "index.html"]
    version = hashlib.sha256(" ".join(needed).encode()).hexdigest()[:10]
    return script("sw.js", version=version, needed=json.dumps(needed))
