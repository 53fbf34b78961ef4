"""Text typed with the fonts of the nineties (TCVN3, VNI), whose letters are other letters.

Such text cannot be read, and no rule should try: it is recognised, so that a person converts it.
"""

STRANGE = frozenset(
    "µ¶·¸¹»¼½¾¨©ª«¬®§£¤¥¦ÆÇÖ×ØÞßåäæçëîïñö÷øûüþÿÜÄÑÏÛ"
)  # in those fonts, not in ours
SHARE = 0.2  # of the words; a few strange ones are only typing errors
FEWEST = 3  # words from which one can tell


def legacy(text: str) -> bool:
    """Whether a text seems to be typed in TCVN3 or VNI."""
    words = text.split()
    strange = sum(not STRANGE.isdisjoint(word) for word in words)
    return len(words) >= FEWEST and strange / len(words) >= SHARE
