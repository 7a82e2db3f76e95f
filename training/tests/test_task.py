import numpy as np
import pytest

from retail_training.boosting import learn, without_optional
from retail_training.feature import ALL_FEATURES, chosen_features
from retail_training.households import Households
from retail_training.settings import Settings
from retail_training.task import Task, split_into_task, split_off_validation
from retail_training.training_error import TrainingError

FEATURES = chosen_features(("DISCOUNT_SHARE",))
SETTINGS = Settings(seed=7)


def households(count: int = 400, first: int = 0) -> Households:
    """Households whose later habit shows in DISCOUNT_SHARE and nowhere else."""
    ids = np.arange(first, first + count, dtype=np.int64)
    random = np.random.default_rng(1)
    columns = {feature.name: random.random(count).astype(np.float32) for feature in ALL_FEATURES}
    later = np.clip(columns["DISCOUNT_SHARE"] + random.normal(0, 0.1, count), 0, 1).astype(np.float64)
    return Households(ids, columns, later)


def ids(part: Households) -> set[int]:
    return set(part.ids.tolist())


def test_no_household_is_on_two_sides_and_none_is_lost() -> None:
    task = split_into_task(households(), 7)
    seen, validation = split_off_validation(task.training, 7)
    parts = [ids(seen), ids(validation), ids(task.held_out)]
    assert set.union(*parts) == ids(households())
    assert sum(map(len, parts)) == 400


def test_about_a_quarter_is_held_out() -> None:
    task = split_into_task(households(4000), 7)
    # six standard deviations of a fair draw
    assert abs(len(task.held_out) - 1000) < 6 * (4000 * 0.25 * 0.75) ** 0.5


def test_the_seed_alone_decides_who_is_held_out() -> None:
    first, again, other = (split_into_task(households(), seed) for seed in (7, 7, 8))
    assert ids(first.held_out) == ids(again.held_out) != ids(other.held_out)


def test_who_is_held_out_stays_so_when_others_join_or_leave() -> None:
    before, after = split_into_task(households(400), 7), split_into_task(households(400, first=200), 7)
    assert ids(before.held_out) & set(range(200, 400)) == ids(after.held_out) & set(range(200, 400))


def test_the_median_is_that_of_the_training_households() -> None:
    everyone = households()
    task = split_into_task(everyone, 7)
    assert task.median_discount_share == np.median(task.training.later_discount_share)
    # whatever the held-out households do later, neither the median nor a training label moves
    later = everyone.later_discount_share.copy()
    some = np.isin(everyone.ids, sorted(ids(task.held_out))[5:])
    later[some] = 0.999
    other = split_into_task(Households(everyone.ids, everyone.columns, later), 7)
    assert other.median_discount_share == task.median_discount_share
    np.testing.assert_array_equal(other.labels(other.training), task.labels(task.training))


@pytest.mark.parametrize("count", [0, 1, 3])
def test_too_few_households_are_refused(count: int) -> None:
    with pytest.raises(TrainingError, match=f"^{count} households .* too few or too alike"):
        split_into_task(households(count), 7)


@pytest.fixture(scope="module")
def task() -> Task:
    return split_into_task(households(), 7)


def test_the_same_task_and_seed_give_the_same_bytes(task: Task) -> None:
    first, again = learn(task, FEATURES, SETTINGS), learn(task, FEATURES, SETTINGS)
    assert first.booster.save_raw("ubj") == again.booster.save_raw("ubj")


def test_stops_early_at_the_best_round(task: Task) -> None:
    learned = learn(task, FEATURES, SETTINGS)
    assert len(learned.validation_loss) == learned.rounds + SETTINGS.early_stopping_rounds
    assert learned.rounds - 1 == np.argmin(learned.validation_loss)
    assert learned.booster.num_boosted_rounds() == learned.rounds


def test_never_takes_more_rounds_than_it_may(task: Task) -> None:
    learned = learn(task, FEATURES, SETTINGS.model_copy(update={"max_rounds": 2}))
    assert learned.rounds <= 2


def test_says_how_far_it_is(task: Task, capsys: pytest.CaptureFixture[str]) -> None:
    learn(task, FEATURES, SETTINGS)
    assert "train: round 25, validation log loss 0." in capsys.readouterr().out


def test_the_model_has_learned_what_to_say_without_the_optional_feature(task: Task) -> None:
    rows = without_optional(task.held_out.matrix(FEATURES), FEATURES)
    answers = learn(task, FEATURES, SETTINGS).booster.inplace_predict(rows)
    # nothing else carries a signal here, so an honest answer is near the base rate
    assert abs(float(np.mean(answers)) - 0.5) < 0.1


def test_masking_leaves_the_original_alone() -> None:
    rows = households().matrix(FEATURES)
    masked = without_optional(rows, FEATURES)
    assert np.isnan(masked[:, 3]).all()
    assert not np.isnan(masked[:, :3]).any()
    assert not np.isnan(rows).any()
