"""Who may read what is written: everybody, whatever this user's habits are.

A colleague, a web server, the timer of another user. No secret is written by these.
"""

FILE, FOLDER = 0o644, 0o755
