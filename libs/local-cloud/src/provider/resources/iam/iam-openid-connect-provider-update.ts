import {
  AddClientIDToOpenIDConnectProviderCommand,
  RemoveClientIDFromOpenIDConnectProviderCommand,
  TagOpenIDConnectProviderCommand,
  UntagOpenIDConnectProviderCommand,
  UpdateOpenIDConnectProviderThumbprintCommand,
} from '@aws-sdk/client-iam';
import type { Cloud } from '../../session/cloud.ts';
import { requiredText, texts } from '../attribute-readers.ts';
import { hasChanged } from '../has-changed.ts';
import { changeTags } from '../key-value-tags.ts';
import type { Change } from '../resource-behaviour.ts';

/** Changes a provider of OpenID Connect in place: its clients, thumbprints and tags. */
export async function updateOpenIdConnectProvider(cloud: Cloud, change: Change): Promise<void> {
  const OpenIDConnectProviderArn = requiredText(change.prior, 'id');
  const iam = cloud.iam();
  const ThumbprintList = texts(change.planned, 'thumbprint_list');
  // IAM takes no empty list, so the real provider cannot take the last thumbprint away.
  if (hasChanged(change, 'thumbprint_list') && ThumbprintList.length > 0)
    await iam.send(new UpdateOpenIDConnectProviderThumbprintCommand({ OpenIDConnectProviderArn, ThumbprintList }));
  const [before, after] = [texts(change.prior, 'client_id_list'), texts(change.planned, 'client_id_list')];
  for (const ClientID of after.filter((client) => !before.includes(client)))
    await iam.send(new AddClientIDToOpenIDConnectProviderCommand({ OpenIDConnectProviderArn, ClientID }));
  for (const ClientID of before.filter((client) => !after.includes(client)))
    await iam.send(new RemoveClientIDFromOpenIDConnectProviderCommand({ OpenIDConnectProviderArn, ClientID }));
  await changeTags(change, {
    untag: (TagKeys) => iam.send(new UntagOpenIDConnectProviderCommand({ OpenIDConnectProviderArn, TagKeys })),
    tag: (Tags) => iam.send(new TagOpenIDConnectProviderCommand({ OpenIDConnectProviderArn, Tags })),
  });
}
