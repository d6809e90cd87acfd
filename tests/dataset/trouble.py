"""Work that goes wrong, in a module that other processes can import."""

import json
import os
import time


def do(word: str) -> list[dict]:
    if word == "dies":
        os.abort()
    if word == "hangs":
        time.sleep(600)
    if word == "prints":
        print("a library says something")
    return [{"word": word, "process": os.getpid()}]


def lost(word: str, loss) -> list[dict]:
    return [{"word": word, "lost": loss.value}]


def pack(rows) -> bytes:
    return json.dumps(list(rows)).encode()
