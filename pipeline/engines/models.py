"""The voice models we know byte for byte. Nothing else is ever downloaded or taken from a stick."""

from dataclasses import dataclass

HUB = "https://huggingface.co/rhasspy/piper-voices/resolve"


@dataclass(frozen=True)
class ModelFile:
    """One file of a model."""

    name: str
    size: int  # bytes
    sha256: str


@dataclass(frozen=True)
class Model:
    """A model for the engine piper."""

    name: str  # as a voice file gives it
    about: str  # Vietnamese
    revision: str  # of the hub; what counts are the digests
    folder: str  # below the revision
    files: tuple[ModelFile, ...]
    licence: str
    credit: str  # to be named wherever the voice is used

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)

    def url(self, file: ModelFile, mirror: str = HUB) -> str:
        """Where the file can be had."""
        return f"{mirror.rstrip('/')}/{self.revision}/{self.folder}/{file.name}"


# The older Vietnamese models of the hub (25hours_single, vivos) are left out: they have no symbols
# for tones, and the second may not be used by everybody.
MODELS = {
    model.name: model
    for model in (
        Model(
            name="vi_VN-vais1000-medium",
            about="giọng nữ miền Bắc",
            revision="v1.0.0",
            folder="vi/vi_VN/vais1000/medium",
            files=(
                ModelFile(
                    "vi_VN-vais1000-medium.onnx",
                    63_201_294,
                    "ec7c89e2c85f4d1edc24b6120c18aaf1bda614f06b511567eb9c7c0de15e2dab",
                ),
                ModelFile(
                    "vi_VN-vais1000-medium.onnx.json",
                    4_860,
                    "fafb9da1354ed4b77c31af228ed41fb41cd825c14cffa105454b25e6ae751ee0",
                ),
            ),
            licence="CC BY 4.0",
            credit="Giọng đọc: dữ liệu VAIS-1000 của VAIS, giấy phép CC BY 4.0",
        ),
    )
}
