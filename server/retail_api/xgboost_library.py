"""XGBoost's shared library, called through its C API (https://xgboost.readthedocs.io/en/stable/c.html).

Not through its Python package, which needs numpy and scipy: a third of the memory, half of the time to start, and ten
times the time of one prediction.
"""

import ctypes
import logging
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

_log = logging.getLogger(__name__)


class XGBoostError(Exception):
    """XGBoost can't do what it was asked. The message is its own, without its trace."""


def call(function: str, *arguments: object) -> None:
    """Call a function of the C API. Raises XGBoostError when it fails."""
    library = _library()
    if getattr(library, function)(*arguments) != 0:
        # it may quote bytes of a broken model
        said: str = library.XGBGetLastError().decode("utf-8", "backslashreplace")
        raise XGBoostError(said.strip().splitlines()[0])


def version() -> str:
    """Give the version of the library, as in "3.2.0"."""
    parts = [ctypes.c_int() for _ in range(3)]
    _library().XGBoostVersion(*map(ctypes.byref, parts))
    return ".".join(str(part.value) for part in parts)


@cache
def _library() -> ctypes.CDLL:
    # looked for, and not imported
    package = find_spec("xgboost")
    folders = (package and package.submodule_search_locations) or []
    found = [path for folder in folders for path in Path(folder, "lib").glob("*xgboost.*")]
    if not found:
        raise XGBoostError('there is no XGBoost: install "requirements.txt"')
    library = ctypes.CDLL(str(found[0]))
    library.XGBGetLastError.restype = ctypes.c_char_p
    library.XGBRegisterLogCallback(_LOG)
    return library


def _log_line(message: bytes) -> None:
    _log.warning("xgboost: %s", message.decode("utf-8", "backslashreplace").strip())


# its own way would be lines that are no JSON; kept for as long as the library may call it
_LOG: Final = ctypes.CFUNCTYPE(None, ctypes.c_char_p)(_log_line)
