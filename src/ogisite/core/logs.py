"""The log (运行日志): lines of JSON that say what happened where, and nothing of anybody.

What a library writes into a message may be a name, an address or a link that opens a case. So
only our own messages are written as they are; of others there is who wrote it and where, the
route (never the path), and of an exception its type and frames (never its text).
"""

import json
import logging
import traceback
from datetime import UTC, datetime
from typing import Any

_OURS = "ogisite"


class JsonFormatter(logging.Formatter):
    """Write a record as one line of JSON without personal data."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        ours = record.name.split(".")[0] == _OURS
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage() if ours else f"{record.module}.{record.funcName}",
        }
        line |= _of_request(getattr(record, "request", None))
        for name in ("status_code", "error_id"):
            if (value := getattr(record, name, None)) is not None:
                line[name] = value
        if record.exc_info and record.exc_info[0]:
            line |= _of_exception(record.exc_info[0], record.exc_info[2])
        return json.dumps(line, ensure_ascii=False)


def _of_request(request: Any) -> dict[str, Any]:
    if not hasattr(request, "method"):
        return {}
    match = getattr(request, "resolver_match", None)
    return {"method": request.method, "route": match.route if match else ""}


def _of_exception(kind: type[BaseException], trace: Any) -> dict[str, Any]:
    frames = [f"{one.filename}:{one.lineno} {one.name}" for one in traceback.extract_tb(trace)]
    return {"exception": f"{kind.__module__}.{kind.__qualname__}", "frames": frames}
