import numpy as np

from retail_training.boosting import fit, without_optional
from retail_training.households import Households
from retail_training.task import split_into_task


def households(count: int = 400) -> Households:
    random = np.random.default_rng(1)
    features = random.random((count, 4)).astype(np.float32) * 10
    features[:, 3] = random.random(count)
    # the first column identifies a household
    features[:, 0] = np.arange(count)
    later = np.clip(features[:, 3] + random.normal(0, 0.1, count), 0, 1).astype(np.float64)
    return Households(features, later)


def ids(part: Households) -> set[int]:
    return {int(value) for value in part.features[:, 0]}


def test_no_household_is_on_both_sides() -> None:
    task = split_into_task(households(), 7)
    assert not ids(task.training) & ids(task.held_out)
    assert (len(task.training), len(task.held_out)) == (300, 100)


def test_the_seed_alone_decides_who_is_held_out() -> None:
    first, again, other = (split_into_task(households(), seed) for seed in (7, 7, 8))
    assert ids(first.held_out) == ids(again.held_out) != ids(other.held_out)


def test_the_median_is_that_of_the_training_households() -> None:
    everyone = households()
    task = split_into_task(everyone, 7)
    assert task.median_discount_share == np.median(task.training.later_discount_share)
    # whatever the held-out households do later, neither the median nor a training label moves
    later = everyone.later_discount_share.copy()
    later[sorted(ids(task.held_out))] = 0.999
    other = split_into_task(Households(everyone.features, later), 7)
    assert other.median_discount_share == task.median_discount_share
    np.testing.assert_array_equal(other.labels(other.training), task.labels(task.training))


def test_the_same_task_and_seed_give_the_same_bytes() -> None:
    task = split_into_task(households(), 7)
    assert fit(task, 7).save_raw("ubj") == fit(task, 7).save_raw("ubj")


def test_the_model_has_learned_what_to_say_without_the_optional_feature() -> None:
    task = split_into_task(households(), 7)
    answers = fit(task, 7).inplace_predict(without_optional(task.held_out.features))
    # nothing else carries a signal here, so an honest answer is near the base rate
    assert abs(float(np.mean(answers)) - 0.5) < 0.1


def test_masking_leaves_the_original_alone() -> None:
    features = households().features
    masked = without_optional(features)
    assert np.isnan(masked[:, 3]).all()
    assert not np.isnan(features).any()
