"""How hard a text is to follow by ear.

    figure = 1.74 + 0.13 · S + 0.27 · O + 1.0 · N

S: syllables of a sentence as spoken, on average. O: per cent of syllables that belong to words of
officials (tables/official.tsv). N: numbers of a sentence, telephone numbers not counted.

The form and the first three numbers are attributed to Nguyen and Henkin's formula for Vietnamese
readers (Journal of Reading, 1985). Neither the paper nor a text that prints it was at hand (chưa
kiểm được), so nothing rests on them but an order: they rank texts as editors do (the samples,
then the letters), which the tests hold, and the figure is no school grade. Ours counts syllables,
takes the table for difficult words, and adds the numbers, which a listener cannot look up again.
"""

from collections.abc import Sequence

from .finding import Listening
from .passage import Passage
from .words import official

LEVELS = ((5.0, "dễ nghe"), (7.5, "nghe được"), (11.0, "khó nghe"))
HARDEST = "rất khó nghe"


def listening(passages: Sequence[Passage]) -> Listening:
    """The figure, its parts, and a word for it."""
    sentences = [sentence for passage in passages for sentence in passage.sentences]
    count = max(1, len(sentences))
    spoken = sum(sentence.syllables for sentence in sentences)
    hard = sum(len(match[0].split()) for each in passages for match in official(each.text))
    sentence = spoken / count
    share = 100 * hard / max(1, spoken)
    numbers = sum(sentence.numbers for sentence in sentences) / count
    figure = 1.74 + 0.13 * sentence + 0.27 * share + numbers
    return Listening(
        figure=round(figure, 1),
        level=next((word for most, word in LEVELS if figure < most), HARDEST),
        sentence=round(sentence, 1),
        official=round(share, 1),
        numbers=round(numbers, 2),
    )
