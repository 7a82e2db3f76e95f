"""What a report means, once the exceptions are counted."""

from collections.abc import Sequence
from datetime import date

from audit.audit_exception import AuditException
from audit.vulnerability import Vulnerability


def judge(found: Sequence[Vulnerability], exceptions: Sequence[AuditException], today: date) -> list[str]:
    """Name everything that has to be done, a line each; nothing when the lock may be used as it is."""
    open_ones = [str(one) for one in found if not any(_covers(exception, one) for exception in exceptions)]
    expired = [
        f'the exception for "{one.id}" expired on {one.expires}: fix it, or let {one.owner} decide again'
        for one in exceptions
        if one.expires < today
    ]
    unused = [
        f'the exception for "{one.id}" of {one.package} matches nothing: remove it'
        for one in exceptions
        if not any(_covers(one, vulnerability) for vulnerability in found)
    ]
    # a package of two locks is found twice
    return list(dict.fromkeys([*open_ones, *expired, *unused]))


def _covers(exception: AuditException, vulnerability: Vulnerability) -> bool:
    return exception.package == vulnerability.package and exception.id in vulnerability.ids
