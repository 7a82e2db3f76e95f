"""Mends two things of moto's SNS that a caller can't work around (moto 5.2.1).

- Every attribute of a topic that was written is answered; moto answers a few of them.
- A subscription by mail or HTTP waits for its confirmation, which nobody gives here; moto takes it for confirmed.
"""

from typing import Any

from moto.core.responses import ActionResult
from moto.sns.models import SNSBackend, Subscription
from moto.sns.responses import SNSResponse

CONFIRMED_BY_THEIR_OWNER = ("email", "email-json", "http", "https")

create_topic = SNSResponse.create_topic
get_attributes = SNSResponse.get_topic_attributes
set_attributes = SNSResponse.set_topic_attributes
subscribe = SNSBackend.subscribe


def keep_first_attributes(response: SNSResponse) -> ActionResult:
    answer = create_topic(response)
    topic = response.backend.get_topic(answer.result["TopicArn"])
    topic.written = {**response._get_attributes(), **getattr(topic, "written", {})}
    return answer


def keep_attribute(response: SNSResponse) -> ActionResult:
    answer = set_attributes(response)
    topic = response.backend.get_topic(response._get_param("TopicArn"))
    topic.written[response._get_param("AttributeName")] = response._get_param("AttributeValue")
    return answer


def answer_kept_attributes(response: SNSResponse) -> ActionResult:
    result = get_attributes(response).result
    written = response.backend.get_topic(response._get_param("TopicArn")).written
    answered = {name: value for name, value in result["Attributes"].items() if name != "DeliveryPolicy" or value}
    kept = {name: value for name, value in written.items() if value and name not in answered}
    return ActionResult({"Attributes": {**kept, **answered}})


def await_confirmation(backend: SNSBackend, topic_arn: str, endpoint: str, protocol: str) -> Subscription:
    subscription = subscribe(backend, topic_arn, endpoint, protocol)
    if protocol in CONFIRMED_BY_THEIR_OWNER:
        pending: dict[str, Any] = {"PendingConfirmation": "true", "ConfirmationWasAuthenticated": "false"}
        subscription.attributes.update(pending)
    return subscription


def mend() -> None:
    SNSResponse.create_topic = keep_first_attributes
    SNSResponse.set_topic_attributes = keep_attribute
    SNSResponse.get_topic_attributes = answer_kept_attributes
    SNSBackend.subscribe = await_confirmation
