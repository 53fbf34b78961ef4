"""The command line: parse, call `pipeline.api`, print. Nothing is decided here."""
