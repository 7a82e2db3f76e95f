"""The same answers as XGBoost's own Python package."""

import resource
import threading
from pathlib import Path

import numpy as np
import pytest
import xgboost as xgb
from example_model import example_booster, example_bytes
from hypothesis import given
from hypothesis import strategies as some

from retail_api.booster import Booster
from retail_api.xgboost_library import XGBoostError, call, version

TRAINED = example_booster()
BOOSTER = Booster(example_bytes(TRAINED))
VALUES = some.floats(width=32, allow_infinity=False)


def test_is_the_library_of_the_package() -> None:
    assert version() == xgb.__version__


@given(some.lists(some.tuples(VALUES, VALUES, VALUES, VALUES), min_size=1, max_size=50))
def test_answers_as_the_package_does(rows: list[tuple[float, ...]]) -> None:
    assert BOOSTER.predict(rows) == TRAINED.inplace_predict(np.array(rows, dtype=np.float32)).tolist()


def test_takes_as_many_values_as_the_model_was_trained_with() -> None:
    assert Booster(example_bytes(example_booster(columns=3))).num_features() == 3
    for row in ([1.0] * 3, [1.0] * 5):
        with pytest.raises(XGBoostError, match="Number of columns"):
            BOOSTER.predict([row])


def test_refuses_rows_of_different_lengths() -> None:
    with pytest.raises(XGBoostError, match="7 values are no 2 rows"):
        BOOSTER.predict([[1.0] * 4, [1.0] * 3])


def test_refuses_a_model_that_gives_several_numbers_for_a_row() -> None:
    matrix = xgb.DMatrix(np.arange(12).reshape(3, 4), np.array([0, 1, 2]))
    trained = xgb.train({"objective": "multi:softprob", "num_class": 3, "nthread": 1}, matrix, 1)
    with pytest.raises(XGBoostError, match="the model gives 6 numbers for 2 rows"):
        Booster(bytes(trained.save_raw("ubj"))).predict([[1.0] * 4] * 2)


def test_says_in_one_line_why_bytes_are_no_model() -> None:
    with pytest.raises(XGBoostError) as refused:
        Booster(example_bytes(TRAINED)[:-1])
    assert "\n" not in str(refused.value)


def test_answers_several_threads_at_once() -> None:
    rows = np.random.default_rng(1).random((8, 200, 4)).astype(np.float32)
    found: list[list[float]] = [[] for _ in rows]

    def ask(place: int) -> None:
        for _ in range(50):
            found[place] = BOOSTER.predict(rows[place].tolist())

    threads = [threading.Thread(target=ask, args=[place]) for place in range(len(rows))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [TRAINED.inplace_predict(block).tolist() for block in rows]


def test_gives_memory_back() -> None:
    model = example_bytes(TRAINED)

    def load(times: int) -> int:
        before = resident()
        for _ in range(times):
            Booster(model).predict([[1.0] * 4])
        return resident() - before

    load(100)
    # 7.5 kB each if they stay: 3.8 MB
    assert load(500) < 1_000_000


def resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def test_logs_what_xgboost_warns_of(caplog: pytest.LogCaptureFixture) -> None:
    booster = Booster(example_bytes(TRAINED))
    for name, value in ((b"validate_parameters", b"true"), (b"nonsense", b"1")):
        # no caller can set what XGBoost does not know
        call("XGBoosterSetParam", booster._handle, name, value)  # noqa: SLF001
    booster.predict([[1.0] * 4])
    assert 'Parameters: { "nonsense" } are not used' in caplog.text
