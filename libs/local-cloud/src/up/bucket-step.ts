import { environments } from '@slipway/environments';
import { createBuckets } from '../buckets/create-buckets.ts';
import type { Cloud } from '../cloud.ts';
import type { Step } from './step.ts';

/** The buckets that `bootstrap` makes on AWS: Terraform's state and the models of each environment. */
export function bucketStep(cloud: Cloud): Step {
  return {
    title: 'buckets',
    run: async () => {
      const port = (await cloud.state.read())?.ports.gateway;
      if (port === undefined) throw new Error('buckets come after the gateway, whose port is not known');
      const created = await createBuckets(`http://127.0.0.1:${port}`, Object.values(environments));
      return created.length === 0 ? 'buckets are there' : `created ${created.join(', ')}`;
    },
  };
}
