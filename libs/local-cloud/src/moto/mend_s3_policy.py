"""Mends how moto's S3 obeys the policy of a bucket (moto 5.2.1).

Moto knows nothing of a request to hold against a condition, and takes each conditional statement for a denial of all
that it names: a bucket that may only be reached over TLS would be closed for everybody, Terraform with its state
included.
Here a conditional statement decides nothing. On this machine's loopback interface there is no TLS to ask for either.
"""

import json
from typing import Any

from moto.iam.access_control import IAMPolicy, PermissionResult
from moto.s3.models import FakeBucket


def permission_without_conditions(bucket: FakeBucket, action: str, resource: str) -> PermissionResult:
    if bucket.policy is None:
        return PermissionResult.NEUTRAL
    policy = json.loads(bucket.policy)
    decisive = [statement for statement in statements_of(policy) if not statement.get("Condition")]
    return IAMPolicy(json.dumps({**policy, "Statement": decisive})).is_action_permitted(action, resource)


def statements_of(policy: dict[str, Any]) -> list[dict[str, Any]]:
    statements = policy["Statement"]
    return statements if isinstance(statements, list) else [statements]


def mend() -> None:
    FakeBucket.get_permission = permission_without_conditions
