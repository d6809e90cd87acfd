"""Write the reports in samples/ from their declarations.

Text is written again each time; a file of an office program or a PDF only where it is
missing or named on the command line, because its bytes differ from run to run.
"""

import json
import sys

from tools.samples.declaration import load, names
from tools.samples.layouts import BINARY, LAYOUTS


def main(wanted: list[str]) -> None:
    for name in names():
        sample = load(name)
        if sample.suffix not in BINARY or not sample.source.exists() or name in wanted:
            sample.source.write_bytes(LAYOUTS[sample.layout](sample))
            print(sample.source.relative_to(sample.folder.parents[1]))
        expected = json.dumps(sample.expected(), ensure_ascii=False, indent=1) + "\n"
        (sample.folder / "truth.json").write_text(expected, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
