"""Adds what moto's IAM lacks (moto 5.2.1): a provider of OpenID Connect whose clients change after its creation."""

from moto.core.responses import ActionResult, EmptyResult
from moto.iam.responses import IamResponse


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


def mend() -> None:
    IamResponse.add_client_id_to_open_id_connect_provider = add_client
    IamResponse.remove_client_id_from_open_id_connect_provider = remove_client
