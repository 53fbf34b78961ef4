"""A draft says of itself that it is one: aloud, in its tags and on paper."""

from ..model import Project

SPOKEN = "Bản thử."
WRITTEN = "BẢN THỬ"


def marked(project: Project) -> Project:
    """The project with every bulletin beginning with the word that it is a draft."""
    opening = project.rundown.opening
    opening = opening.but(text=f"{SPOKEN} {opening.text}")
    rundown = project.rundown.but(opening=opening)
    return project.but(title=f"{WRITTEN}. {project.title}", rundown=rundown)
