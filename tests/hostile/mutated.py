"""Sound documents with some of their bytes changed: no family of files, but any file (变异)."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

SAMPLES = Path(__file__).parents[2] / "samples"
Mutation = Callable[[bytes, random.Random], bytes]


def _somewhere(data: bytes, chance: random.Random) -> int:
    return chance.randrange(len(data))


def _flipped(data: bytes, chance: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(20):
        made[_somewhere(data, chance)] ^= 1 << chance.randrange(8)
    return bytes(made)


def _zeroed(data: bytes, chance: random.Random) -> bytes:
    at = _somewhere(data, chance)
    return data[:at] + bytes(min(512, len(data) - at)) + data[at + 512 :]


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: _somewhere(data, chance)]


def _doubled(data: bytes, chance: random.Random) -> bytes:
    at = _somewhere(data, chance)
    return data[:at] + data[max(0, at - 2000) :]


def _moved(data: bytes, chance: random.Random) -> bytes:
    low, high = sorted((_somewhere(data, chance), _somewhere(data, chance)))
    return data[high:] + data[low:high] + data[:low]


def _grown(data: bytes, chance: random.Random) -> bytes:
    """Put the largest number that fits in the place of four bytes, in several places."""
    made = bytearray(data)
    for _ in range(8):
        at = chance.randrange(max(1, len(data) - 4))
        made[at : at + 4] = b"\xff\xff\xff\x7f"
    return bytes(made)


def _spliced(data: bytes, chance: random.Random) -> bytes:
    """Put signs that mean much to some format in the midst of another."""
    signs = (b"PK\x05\x06", b"%%EOF", b"\x00" * 9, b"]]>", b"</table>", b"\xfe\xff", b"<!--", b"|")
    for sign in signs:
        at = _somewhere(data, chance)
        data = data[:at] + sign + data[at:]
    return data


MUTATIONS: tuple[Mutation, ...] = (_flipped, _zeroed, _cut, _doubled, _moved, _grown, _spliced)


def mutated(rounds: int = 1) -> Iterator[tuple[str, bytes]]:
    """Yield every sample in every mutation, the same bytes every time."""
    for path in sorted(SAMPLES.glob("*/source.*")):
        data = path.read_bytes()
        for mutation in MUTATIONS:
            for number in range(rounds):
                name = f"{mutation.__name__[1:]}-{number}-{path.parent.name}{path.suffix}"
                yield name, mutation(data, random.Random(name))
