"""Mends three things of moto's ECR that a caller can't work around (moto 5.2.1).

- A tag that moves leaves its old image untagged, as in AWS; moto deletes that image.
- Exclusion filters are wildcards; moto reads them as regular expressions and fails on a leading `*`.
  Whether a tag may move at all is the gateway's decision, so no filter is read here.
- A registry may have several replication rules; moto refuses a second one.
"""

from typing import Any

from moto.ecr.exceptions import InvalidParameterException
from moto.ecr.models import ECRBackend, Image, Repository


def take_tag_from_its_image(_backend: ECRBackend, repository: Repository, tag: str | None) -> list[Image]:
    for image in repository.images:
        if tag in image.image_tags:
            image.remove_tag(tag)
            if not image.image_tags:
                image.image_tag = None
    # An empty list tells put_image that there is nothing to delete.
    return []


def put_replication_configuration(backend: ECRBackend, replication_config: dict[str, Any]) -> dict[str, Any]:
    here = {"region": backend.region_name, "registryId": backend.account_id}
    if any(here == destination for rule in replication_config["rules"] for destination in rule["destinations"]):
        raise InvalidParameterException(
            "Invalid parameter at 'replicationConfiguration' failed to satisfy constraint: "
            "'Replication destination cannot be the same as the source registry'"
        )
    backend.replication_config = replication_config
    return {"replicationConfiguration": replication_config}


def mend() -> None:
    ECRBackend._resolve_image_tag_mutability = take_tag_from_its_image
    ECRBackend.put_replication_configuration = put_replication_configuration
