"""Mends four things of moto's S3 that a caller can't work around (moto 5.2.1).

- Lifecycle rules are answered as they were written; moto loses object sizes, the number of newer versions to keep, and
  the smallest size of a transition.
- A bucket is always encrypted, as on AWS since 2023; moto says that it isn't until somebody says how.
- A bucket name of another account is taken; where accounts are kept apart, moto takes that for an attempt to read it.
- Deleting one version, or an object, leaves the other versions alone also while versioning is suspended; moto then
  deletes them all, and fails where one is a delete marker.
"""

from copy import deepcopy
from typing import Any

from moto.core.responses import ActionResult
from moto.s3.exceptions import S3ClientError
from moto.s3.models import FakeBucket, S3Backend, s3_backends
from moto.s3.responses import S3Response

MINIMUM_SIZE = "x-amz-transition-default-minimum-object-size"
ENCRYPTED_BY_S3 = {"Rule": {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}, "BucketKeyEnabled": "false"}}

create_bucket = S3Backend.create_bucket
delete_object = S3Backend.delete_object
put_lifecycle = S3Backend.put_bucket_lifecycle
get_lifecycle = S3Response.get_bucket_lifecycle
get_encryption = S3Response.get_bucket_encryption
put_in_bucket = S3Response._bucket_response_put


def refuse_name_of_others(backend: S3Backend, bucket_name: str, *rest: Any, **named: Any) -> FakeBucket:
    _, owner = s3_backends.bucket_accounts.get(bucket_name, (None, backend.account_id))
    if owner != backend.account_id:
        raise S3ClientError("BucketAlreadyExists", "The requested bucket name is not available.")
    return create_bucket(backend, bucket_name, *rest, **named)


def delete_one_version(backend: S3Backend, bucket_name: str, *rest: Any, **named: Any) -> tuple[bool, dict[str, Any]]:
    bucket = backend.get_bucket(bucket_name)
    status = bucket.versioning_status
    bucket.versioning_status = status and "Enabled"
    try:
        return delete_object(backend, bucket_name, *rest, **named)
    finally:
        bucket.versioning_status = status


def keep_rules(backend: S3Backend, bucket_name: str, rules: list[dict[str, Any]]) -> None:
    written = deepcopy(rules)
    put_lifecycle(backend, bucket_name, rules)
    backend.get_bucket(bucket_name).written_rules = written


def keep_minimum_size(response: S3Response, request: Any, bucket_name: str, querystring: dict[str, Any]) -> Any:
    answer = put_in_bucket(response, request, bucket_name, querystring)
    if "lifecycle" in querystring:
        response.backend.get_bucket(bucket_name).minimum_size = request.headers.get(MINIMUM_SIZE)
    return answer


def answer_kept_rules(response: S3Response) -> Any:
    # For its errors.
    get_lifecycle(response)
    bucket = response.backend.get_bucket(response.bucket_name)
    result = {
        "Rules": [answered_rule(rule) for rule in bucket.written_rules],
        "TransitionDefaultMinimumObjectSize": bucket.minimum_size or "all_storage_classes_128K",
    }
    return response.serialized(ActionResult(result))


def answered_rule(written: dict[str, Any]) -> dict[str, Any]:
    renamed = {"Transition": "Transitions", "NoncurrentVersionTransition": "NoncurrentVersionTransitions"}
    rule = {renamed.get(key, key): value for key, value in written.items()}
    for key in renamed.values():
        if key in rule:
            rule[key] = as_list(rule[key])
    if "Prefix" in rule:
        rule["Prefix"] = rule["Prefix"] or ""
    if "Filter" in rule:
        rule["Filter"] = answered_filter(rule["Filter"] or {})
    return rule


def answered_filter(written: dict[str, Any]) -> dict[str, Any]:
    answered = {key: value or "" for key, value in written.items()}
    if "And" in answered:
        combined = {key: value or "" for key, value in answered["And"].items()}
        answered["And"] = {key: value for key, value in combined.items() if key != "Tag"}
        if "Tag" in combined:
            answered["And"]["Tags"] = as_list(combined["Tag"])
    return answered


def as_list(written: Any) -> list[Any]:
    return written if isinstance(written, list) else [written]


def answer_default_encryption(response: S3Response) -> Any:
    bucket = response.backend.get_bucket(response.bucket_name)
    if bucket.encryption:
        return get_encryption(response)
    bucket.encryption = ENCRYPTED_BY_S3
    try:
        return get_encryption(response)
    finally:
        bucket.encryption = None


def mend() -> None:
    S3Backend.create_bucket = refuse_name_of_others
    S3Backend.delete_object = delete_one_version
    S3Backend.put_bucket_lifecycle = keep_rules
    S3Response._bucket_response_put = keep_minimum_size
    S3Response.get_bucket_lifecycle = answer_kept_rules
    S3Response.get_bucket_encryption = answer_default_encryption
