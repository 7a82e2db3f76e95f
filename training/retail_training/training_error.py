"""Why a run can't go on."""

from typing import ClassVar


class TrainingError(Exception):
    """Something that whoever started the run can mend; the text says what, the value and the fix."""

    exit_code: ClassVar[int] = 1


class BrokenVersionError(TrainingError):
    """A version in the bucket is not there as a whole, or is not what its manifest says."""


class ModelRefusedError(TrainingError):
    """The model was measured and is not good enough to be served."""

    exit_code: ClassVar[int] = 3


class PointerMovedError(TrainingError):
    """Someone else made another version current meanwhile. The version of this run is kept beside it."""

    exit_code: ClassVar[int] = 4
