"""Piper's child process: words in on stdin, speech out on stdout, one request after another.

Run as a file by `piper.py`. Native code that dies here takes nobody with it. One ONNX thread each,
so that several children share the cores instead of fighting for them.

The network draws noise, and a session goes on drawing where it stopped. A fresh session with the
same seed (80 ms) draws the same again, so every request gets one: same words, same bytes.

    argv     model file, configuration file
    stdout   first a JSON object: {"rate": Hz} when all is well, or {"refused": reason, Vietnamese}
    stdin    requests, JSON: words, speaker, length_scale, noise_scale, noise_w_scale
    stdout   for each the samples, signed 16 bit little-endian, mono
    Each message follows its length, 4 bytes little-endian.
"""

import json
import os
import sys
from pathlib import Path
from typing import IO, Any

SEED = 30_07_2011
# The six tones. A model must tell them apart, or Vietnamese comes out as syllables without meaning:
# piper leaves out what a model has no symbol for, and only logs it.
TONES = ("ma", "má", "mà", "mả", "mã", "mạ")


class Refused(Exception):
    """The model will not do; the message says why, in Vietnamese."""


def main() -> None:
    """Serve until stdin ends."""
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints is no answer
    try:
        voice = load(Path(sys.argv[1]), Path(sys.argv[2]))
    except Refused as refused:
        send(answers, json.dumps({"refused": str(refused)}).encode())
        return
    send(answers, json.dumps({"rate": voice.config.sample_rate}).encode())
    model = Path(sys.argv[1]).read_bytes()
    while len(size := requests.read(4)) == 4:
        asked = json.loads(requests.read(int.from_bytes(size, "little")))
        send(answers, speak(voice, model, asked))


def send(answers: IO[bytes], content: bytes) -> None:
    """Write one message."""
    answers.write(len(content).to_bytes(4, "little") + content)
    answers.flush()


def load(model: Path, configuration: Path) -> Any:
    """A piper voice, checked to speak Vietnamese. Raises Refused."""
    try:
        from piper import PiperVoice
        from piper.config import PiperConfig
    except ImportError as error:
        raise Refused(
            "bộ đọc piper trên máy này không dùng được; cài lại bằng: pip install piper-tts."
        ) from error
    try:
        config = PiperConfig.from_dict(json.loads(configuration.read_text(encoding="utf-8")))
        voice = PiperVoice(session=session(model.read_bytes()), config=config)
    except Exception as error:
        raise Refused(f"không mở được mô hình ({type(error).__name__}); hãy tải lại.") from error
    check_tones(voice)
    return voice


def session(model: bytes) -> Any:
    """A fresh ONNX session at the beginning of its noise."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    # Rewriting the graph takes longer than it saves on one sentence.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 3
    onnxruntime.set_seed(SEED)
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def check_tones(voice: Any) -> None:
    """Raise Refused unless the model can tell the six tones of Vietnamese apart."""
    config = voice.config
    language = config.espeak_voice
    if config.phoneme_type.value != "espeak" or language.split("-")[0] != "vi":
        raise Refused(f"mô hình này nói tiếng khác ({language}), không phải tiếng Việt.")
    symbols = [voice.phonemize(syllable)[0] for syllable in TONES]
    known = config.phoneme_id_map
    missing = sorted({each for row in symbols for each in row if each not in known})
    if missing:
        raise Refused(f"mô hình thiếu ký hiệu thanh điệu tiếng Việt ({' '.join(missing)}).")
    numbers = [tuple(number for each in row for number in known[each]) for row in symbols]
    if max(map(max, numbers)) >= config.num_symbols or len(set(numbers)) < len(TONES):
        raise Refused("mô hình không phân biệt đủ sáu thanh tiếng Việt.")


def speak(voice: Any, model: bytes, asked: dict[str, Any]) -> bytes:
    """The samples of some words."""
    from piper import SynthesisConfig

    voice.session = session(model)
    manner = SynthesisConfig(
        speaker_id=asked["speaker"] if voice.config.num_speakers > 1 else None,
        length_scale=asked["length_scale"],
        noise_scale=asked["noise_scale"],
        noise_w_scale=asked["noise_w_scale"],
        normalize_audio=False,  # it would bring every sentence to its own full scale
    )
    return b"".join(each.audio_int16_bytes for each in voice.synthesize(asked["words"], manner))


if __name__ == "__main__":
    main()
