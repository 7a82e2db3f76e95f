"""A trained model that answers."""

import ctypes
import json
import math
from array import array
from collections.abc import Sequence
from itertools import chain
from typing import Final

from retail_api.xgboost_library import XGBoostError, call

_Size = ctypes.c_uint64
# probabilities by all trees, as Booster.inplace_predict of the Python package asks for them
_WANTED: Final = json.dumps(
    {
        "type": 0,
        "training": False,
        "iteration_begin": 0,
        "iteration_end": 0,
        "missing": math.nan,
        "strict_shape": False,
        "cache_id": 0,
    }
).encode()


class Booster:
    """A model in XGBoost's own format. May be asked by several threads at once."""

    def __init__(self, model: bytes) -> None:
        """Load it. Raises XGBoostError when the bytes are no model."""
        self._handle = ctypes.c_void_p()
        call("XGBoosterCreate", None, _Size(0), ctypes.byref(self._handle))
        call("XGBoosterLoadModelFromBuffer", self._handle, model, _Size(len(model)))
        # rows are few and small: a second thread costs more than it brings
        call("XGBoosterSetParam", self._handle, b"nthread", b"1")

    def __del__(self) -> None:
        """Give its memory back."""
        if self._handle:
            call("XGBoosterFree", self._handle)

    def num_features(self) -> int:
        """Give the number of values in a row."""
        found = _Size()
        call("XGBoosterGetNumFeature", self._handle, ctypes.byref(found))
        return found.value

    def predict(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """Give one number for each row; NaN is a missing value. Raises XGBoostError for rows of another length.

        https://xgboost.readthedocs.io/en/stable/c.html#_CPPv425XGBoosterPredictFromDense
        """
        values = array("f", chain.from_iterable(rows))
        shape, dimensions, found = ctypes.POINTER(_Size)(), _Size(), ctypes.POINTER(ctypes.c_float)()
        answers = (ctypes.byref(shape), ctypes.byref(dimensions), ctypes.byref(found))
        call("XGBoosterPredictFromDense", self._handle, _described(values, len(rows)), _WANTED, None, *answers)
        count = math.prod(shape[: dimensions.value])
        if count != len(rows):
            raise XGBoostError(f"the model gives {count} numbers for {len(rows)} rows: it must give one for each")
        # copied: the next call of this thread writes to the same place
        return found[:count]


def _described(values: "array[float]", rows: int) -> bytes:
    """Say where the numbers are (https://numpy.org/doc/stable/reference/arrays.interface.html)."""
    address, length = values.buffer_info()
    columns = length // rows
    if length != rows * columns:
        raise XGBoostError(f"{length} values are no {rows} rows")
    return b'{"data":[%d,true],"shape":[%d,%d],"typestr":"<f4","version":3}' % (address, rows, columns)
