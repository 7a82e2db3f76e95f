import { text } from '../resources/attribute-readers.ts';
import type { CtyObject } from '../wire/cty-value.ts';

/** Who calls: keys, or a profile of the machine's AWS configuration. */
export type Credentials =
  | {
      readonly credentials: {
        readonly accessKeyId: string;
        readonly secretAccessKey: string;
        readonly sessionToken?: string;
      };
    }
  | { readonly profile: string };

/** The key that may enter any account of the local cloud. */
export const ANY_ACCOUNT_KEY = 'LOCALANYACCOUNT';

/** The caller that a provider block names, or else the caller that the socket is bound to. */
export function credentialsOf(config: CtyObject, boundAccessKeyId: string): Credentials {
  const accessKeyId = text(config, 'access_key');
  const profile = text(config, 'profile');
  if (accessKeyId === undefined) return profile === undefined ? localCredentials(boundAccessKeyId) : { profile };
  const sessionToken = text(config, 'token');
  const secretAccessKey = text(config, 'secret_key') ?? LOCAL_SECRET;
  return { credentials: { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) } };
}

/** Credentials of the local cloud, which reads the key and believes any secret. */
export function localCredentials(accessKeyId: string): Credentials {
  return { credentials: { accessKeyId, secretAccessKey: LOCAL_SECRET } };
}

/** Whether the caller may enter any account of the local cloud. */
export function entersAnyAccount(credentials: Credentials): boolean {
  return 'credentials' in credentials && credentials.credentials.accessKeyId === ANY_ACCOUNT_KEY;
}

const LOCAL_SECRET = 'local-cloud';
