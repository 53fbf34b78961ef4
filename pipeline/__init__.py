"""Truyền thanh: campaign texts in, dated MP3 bundles for loudspeaker stations out.

The Python interface is `pipeline.api`; the command line is `truyenthanh`.
"""

__version__ = "0.1.0"
