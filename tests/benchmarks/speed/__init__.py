"""How fast, against what: `make bench` runs this and writes docs/performance.md."""
