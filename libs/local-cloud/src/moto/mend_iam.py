"""Mends two things of moto's IAM that a caller can't work around (moto 5.2.1).

- The clients of a provider of OpenID Connect change after its creation; moto lacks the calls.
- A role keeps its description in an update that names none; moto takes it away.
"""

from moto.core.responses import ActionResult, EmptyResult
from moto.iam.models import IAMBackend, Role
from moto.iam.responses import IamResponse

update_role = IAMBackend.update_role


def add_client(response: IamResponse) -> ActionResult:
    clients, client = clients_of(response)
    if client not in clients:
        clients.append(client)
    return EmptyResult()


def remove_client(response: IamResponse) -> ActionResult:
    clients, client = clients_of(response)
    if client in clients:
        clients.remove(client)
    return EmptyResult()


def clients_of(response: IamResponse) -> tuple[list[str], str]:
    provider = response.backend.get_open_id_connect_provider(response._get_param("OpenIDConnectProviderArn"))
    return provider.client_id_list, response._get_param("ClientID")


def keep_description(backend: IAMBackend, role_name: str, description: str | None, duration: str) -> Role:
    kept = backend.get_role(role_name).description if description is None else description
    return update_role(backend, role_name, kept, duration)


def mend() -> None:
    IAMBackend.update_role = keep_description
    IamResponse.add_client_id_to_open_id_connect_provider = add_client
    IamResponse.remove_client_id_from_open_id_connect_provider = remove_client
