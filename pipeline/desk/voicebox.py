"""One sentence, heard at once: by the voice that will speak it, as far as this machine has it.

What is said here is kept in the store under the key a build would give it, so a sentence is spoken
once. Nothing is sent anywhere: words nobody has approved do not leave the machine. Where the
project's voice lives on the network, one of this machine stands in, and it is said.
"""

import threading
from collections.abc import Iterator

from ..api import Crew, Folder
from ..api.voice import EMBEDDED
from ..engines.base import Surroundings
from ..errors import EngineUnavailable
from ..model import Project, Record, VoiceChoice
from ..plan import Task
from ..plan.jobs import Speak


class Heard(Record):
    """A sentence as sound."""

    wav: bytes
    name: str  # of the voice, Vietnamese
    stand_in: bool  # not the voice that will speak it on air


class Voicebox:
    """Speaks words with the engines of this machine, kept open between sentences."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._crew = Crew(Surroundings(offline=True, models=folder.models), {})

    def hear(self, project: Project, words: str, role: str) -> Heard:
        """The words by the voice of a role. Raises EngineError, StoreError."""
        voice = project.voices.get(project.roles.get(role, ""))
        choices = voice.choices if voice else ()
        store = self._folder.store
        for choice, local in self._ways(choices):
            task = Task(job=self._job(words, choice), label=f"nghe thử: {words[:60]}")
            if not store.has(task.key):
                if not local or self._refused(choice):
                    continue
                self._submit(task)
            name = voice.name if voice and choice in choices else "Giọng có sẵn trong máy"
            return Heard(wav=store.get(task.key), name=name, stand_in=choice not in choices[:1])
        raise EngineUnavailable("máy", "không có giọng nào đọc được trên máy này")

    def close(self) -> None:
        """Let go of engines."""
        self._crew.__exit__(None, None, None)

    def _ways(self, choices: tuple[VoiceChoice, ...]) -> Iterator[tuple[VoiceChoice, bool]]:
        """Each choice, and whether this machine speaks it; last the voice that is always here."""
        for choice in (*choices, EMBEDDED):
            try:
                with self._lock:
                    local = not self._crew.engine(choice.engine).network
            except EngineUnavailable:
                continue
            yield choice, local

    def _refused(self, choice: VoiceChoice) -> bool:
        with self._lock:
            return self._crew.refusal(choice) is not None

    def _submit(self, task: Task) -> None:
        with self._lock:
            spoken = self._crew.submit(task, self._folder.store)
        spoken.result()

    def _job(self, words: str, choice: VoiceChoice) -> Speak:
        with self._lock:
            revision = self._crew.engine(choice.engine).revision
        return Speak(
            engine=choice.engine,
            revision=revision,
            voice=choice.voice,
            settings=choice.settings,
            words=words,
        )
