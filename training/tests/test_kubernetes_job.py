"""What the manifests in kubernetes/ promise; e2e/src/kubernetes-job.e2e.test.ts runs the image as they say."""

import re
from pathlib import Path
from typing import Any

import yaml

from retail_training.settings import Settings
from retail_training.training_error import ModelRefusedError

FOLDER = Path(__file__).parents[1]


def read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((FOLDER / "kubernetes" / name).read_text())
    return content


JOB = read("base/job.yaml")
POD = JOB["spec"]["template"]["spec"]
(CONTAINER,) = POD["containers"]


def test_the_pod_fulfils_the_restricted_standard() -> None:
    """See Kubernetes' documentation, "Pod Security Standards"; a check against a real API server was made by hand."""
    assert POD["securityContext"]["runAsNonRoot"] is True
    assert POD["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert CONTAINER["securityContext"]["allowPrivilegeEscalation"] is False
    assert CONTAINER["securityContext"]["capabilities"] == {"drop": ["ALL"]}
    assert {kind for volume in POD["volumes"] for kind in volume if kind != "name"} == {"emptyDir"}
    assert not {"hostNetwork", "hostPID", "hostIPC"} & POD.keys()
    assert "ports" not in CONTAINER


def test_it_runs_as_the_user_of_the_image_who_asks_the_cluster_for_nothing() -> None:
    (user, group) = re.findall(r"^USER (\d+):(\d+)$", (FOLDER / "Dockerfile").read_text(), re.MULTILINE)[0]
    context = POD["securityContext"]
    assert (context["runAsUser"], context["runAsGroup"], context["fsGroup"]) == (int(user), int(group), int(group))
    assert POD["automountServiceAccountToken"] is False
    assert POD["serviceAccountName"] == read("base/service-account.yaml")["metadata"]["name"]


def test_nothing_but_what_a_run_writes_to_can_be_written() -> None:
    assert CONTAINER["securityContext"]["readOnlyRootFilesystem"] is True
    mounted = {mount["mountPath"]: mount["name"] for mount in CONTAINER["volumeMounts"]}
    assert mounted.keys() == {"/tmp", str(Settings().output_dir)}  # noqa: S108 -- HOME of the image
    limits = {volume["name"]: volume["emptyDir"]["sizeLimit"] for volume in POD["volumes"]}
    assert limits.keys() == set(mounted.values())
    assert all(limits.values())


def test_what_another_attempt_cannot_mend_is_not_tried_again() -> None:
    """2 is argparse's."""
    (codes,) = [rule["onExitCodes"] for rule in JOB["spec"]["podFailurePolicy"]["rules"] if "onExitCodes" in rule]
    assert (codes["containerName"], codes["operator"]) == (CONTAINER["name"], "In")
    assert codes["values"] == [2, ModelRefusedError.exit_code]
    # the API takes a podFailurePolicy with no other
    assert POD["restartPolicy"] == "Never"


def test_the_example_sets_settings_pins_the_image_and_says_its_digest() -> None:
    example = read("example/kustomization.yaml")
    ((generator, image, replacement),) = zip(
        example["configMapGenerator"], example["images"], example["replacements"], strict=True
    )
    assert CONTAINER["envFrom"] == [{"configMapRef": {"name": generator["name"]}}]
    names = {literal.partition("=")[0] for literal in generator["literals"]}
    known = {name.upper() for name in Settings.model_fields} | {"AWS_DEFAULT_REGION"}
    assert names <= known
    assert {"TRANSACTIONS", "MODEL_BUCKET"} <= names
    assert image["name"] == CONTAINER["image"]
    assert re.fullmatch(r"sha256:[0-9a-f]{64}", image["digest"])
    (target,) = replacement["targets"][0]["fieldPaths"]
    assert target == "spec.template.spec.containers.[name=train].env.[name=IMAGE_DIGEST].value"
    assert [variable["name"] for variable in CONTAINER["env"]] == ["IMAGE_DIGEST"]
