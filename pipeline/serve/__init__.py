"""The site for the local network: an output folder behind a small, careful web server."""

from .app import App
from .server import Server, addresses_of

__all__ = ["App", "Server", "addresses_of"]
