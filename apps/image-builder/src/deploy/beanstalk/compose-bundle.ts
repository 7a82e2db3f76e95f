import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import { stringify } from 'yaml';
import type { Digest } from '@slipway/images';
import type { BeanstalkTarget } from '../deploy-config.ts';

/** Zip can't hold anything earlier (APPNOTE 4.4.6); a fixed date makes the same archive of the same content. Local time, as the format has no zone. */
const DATE = new Date(1980, 0, 1);

/** What Elastic Beanstalk is given. */
export interface ComposeBundle {
  /** Content of `docker-compose.yml`. */
  readonly compose: string;
  readonly zip: Uint8Array;
  /** The same for the same image and settings, and different for others. 80 characters of the 100 that Elastic Beanstalk takes. */
  readonly label: string;
}

/** The source bundle of an image, pinned by its digest. The instances' own role logs in to the registry. */
export function composeBundle(target: BeanstalkTarget, image: { reference: string; digest: Digest }): ComposeBundle {
  const compose = composeText(target, image.reference);
  const settings = createHash('sha256').update(compose).digest('hex').slice(0, 8);
  return {
    compose,
    zip: zipSync({ 'docker-compose.yml': new TextEncoder().encode(compose) }, { mtime: DATE, level: 9 }),
    label: `${image.digest.replace(':', '-')}-${settings}`,
  };
}

/** The digest in a label that `composeBundle` made; undefined for a label of somebody else. */
export function digestOfLabel(label: string): Digest | undefined {
  const [, hex] = /^sha256-([0-9a-f]{64})-[0-9a-f]{8}$/.exec(label) ?? [];
  return hex === undefined ? undefined : `sha256:${hex}`;
}

function composeText({ port, variables }: BeanstalkTarget, reference: string): string {
  const app = {
    image: reference,
    // Elastic Beanstalk's proxy asks the host at port 80.
    ports: [`80:${port}`],
    environment: variables,
    restart: 'always',
    read_only: true,
    tmpfs: ['/tmp'],
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
  };
  return stringify({ services: { app } }, { lineWidth: 0, defaultStringType: 'PLAIN' });
}
