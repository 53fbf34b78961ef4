"""Where a feed says its files are.

RSS wants whole addresses, and a folder of files does not know under which one it will be served.
With `site.url` in project.yaml every address begins with it. Without, addresses are relative to the
feed, which many programs follow; and `truyenthanh serve` puts its own in place of either.
"""

RELATIVE = "../"  # a feed lies one folder below the root


def base(url: str, relative: str = RELATIVE) -> str:
    """What an address of the site is appended to."""
    return f"{url}/" if url else relative


def located(content: bytes, url: str, here: str) -> bytes:
    """A feed as if the site, so far at `url` ("": relative), were at `here`.

    Addresses stand alone in attributes and elements; in text, where "<" and ">" are escaped, what
    merely looks like one does no harm.
    """
    for before in (b'="', b">"):
        for relative in (base(url), base(url, "./")):
            content = content.replace(before + relative.encode(), before + base(here).encode())
    return content
