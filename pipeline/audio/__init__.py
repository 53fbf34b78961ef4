"""Sound: the only place that knows samples."""
