from . import fpt, google, openai, viettel

__all__ = ["fpt", "google", "openai", "viettel"]
