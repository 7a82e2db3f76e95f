import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import { stringify } from 'yaml';
import { versionLabel } from '@slipway/deployments';
import type { BeanstalkTarget } from '@slipway/deployments';
import type { Digest } from '@slipway/images';

/** Zip can't hold anything earlier (APPNOTE 4.4.6); a fixed date makes the same archive of the same content. Local time, as the format has no zone. */
const DATE = new Date(1980, 0, 1);

/** What Elastic Beanstalk is given. */
export interface ComposeBundle {
  /** Content of `docker-compose.yml`. */
  readonly compose: string;
  readonly zip: Uint8Array;
  /** The same for the same image and settings, and different for others. */
  readonly label: string;
}

/** The source bundle of an image, pinned by its digest. The instances' own role logs in to the registry. */
export function composeBundle(target: BeanstalkTarget, image: { reference: string; digest: Digest }): ComposeBundle {
  const compose = composeText(target, image.reference);
  const settings = createHash('sha256').update(compose).digest('hex').slice(0, 8);
  return {
    compose,
    zip: zipSync({ 'docker-compose.yml': new TextEncoder().encode(compose) }, { mtime: DATE, level: 9 }),
    label: versionLabel(image.digest, settings),
  };
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
