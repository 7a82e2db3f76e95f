"""Why a run can't go on."""


class TrainingError(Exception):
    """Something that whoever started the run can mend; the text says what, the value and the fix."""
