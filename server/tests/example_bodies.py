"""Bodies for /predict as text, because JSON that Python can't write is sent too."""


def features(**changes: str | None) -> str:
    """The members of a row, each given as JSON; None leaves one out."""
    members = {"SPEND": "1", "UNITS": "5", "VISITS": "2", **changes}
    return "{" + ", ".join(f'"{name}": {value}' for name, value in members.items() if value is not None) + "}"


def row(**changes: str | None) -> str:
    return f'{{"features": {features(**changes)}}}'


def row_with(members: str) -> str:
    """A good row and further members beside "features"."""
    return f'{{"features": {features()}, {members}}}'


def of_customer(value: str) -> str:
    return row_with(f'"customer_id": {value}')
