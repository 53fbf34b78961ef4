"""The embedded voice's child process: words in on stdin, speech out on stdout, then the end.

Run as a file by `espeak.py`: it knows nothing of the package and loads nothing but ctypes, which
is what lets a fresh process per sentence cost about 20 ms. Native code that dies here
takes nobody with it, and a fresh process says the same words with the same bytes every time, which
one long-lived espeak-ng does not (its noise generator runs on).

    argv    library, voice, then "parameter=value" pairs of whole numbers
    cwd     the folder that holds `espeak-ng-data`; named so, the library's own limit of 159 bytes
            for a data path can never be reached
    stdin   the words, UTF-8
    stdout  the sample rate, 4 bytes little-endian, then samples, signed 16 bit little-endian, mono
    exit    0 spoken; 3 library or language files missing; 4 no such voice; else it crashed
"""

import ctypes
import sys

# espeak-ng's speak_lib.h, release 1.52
SYNCHRONOUS = 2  # AUDIO_OUTPUT_SYNCHRONOUS
STAY = 0x8000  # espeakINITIALIZE_DONT_EXIT: report missing files instead of ending the process
UTF8 = 1  # espeakCHARS_UTF8
CHARACTERS = 1  # POS_CHARACTER
OK = 0  # EE_OK

NO_LIBRARY, NO_VOICE, NOT_SPOKEN = 3, 4, 5

Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)


def main() -> int:
    """Speak stdin. Returns the exit code."""
    library, voice, *pairs = sys.argv[1:]
    try:
        espeak = ctypes.CDLL(library)
    except OSError:
        return NO_LIBRARY
    rate = espeak.espeak_Initialize(SYNCHRONOUS, 0, b".", STAY)
    if rate <= 0:
        return NO_LIBRARY
    if espeak.espeak_SetVoiceByName(voice.encode()) != OK:
        return NO_VOICE
    for pair in pairs:
        parameter, value = pair.split("=")
        espeak.espeak_SetParameter(int(parameter), int(value), 0)
    speech = bytearray(rate.to_bytes(4, "little"))

    def keep(samples: int | None, count: int, _events: int | None) -> int:
        if samples and count > 0:
            speech.extend(ctypes.string_at(samples, 2 * count))
        return 0

    callback = Callback(keep)  # must outlive the synthesis
    espeak.espeak_SetSynthCallback(callback)
    words = sys.stdin.buffer.read()
    size = ctypes.c_size_t(len(words) + 1)
    if espeak.espeak_Synth(words, size, 0, CHARACTERS, 0, UTF8, None, None) != OK:
        return NOT_SPOKEN
    sys.stdout.buffer.write(speech)
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
