"""Drawings of sounds as SVG, by our own pen: nothing is loaded, and a printer in grey suffices."""
