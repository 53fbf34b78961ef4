"""Voices: one module each behind the seam in `base`, found by name in `registry`."""
