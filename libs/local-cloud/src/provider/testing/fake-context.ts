import type { ResourceBehaviour } from '../resources/resource-behaviour.ts';
import { ProviderContext } from '../rpc/provider-context.ts';
import type { SchemaBlock } from '../schema/schema-block.ts';
import { AwsClients } from '../session/aws-clients.ts';
import { Cloud } from '../session/cloud.ts';
import { localCredentials } from '../session/credentials.ts';

const optional = { required: false, optional: true, computed: false };
const optionalComputed = { required: false, optional: true, computed: true };

/** The schema of `aws_fake`: a name, a JSON policy, tags and a region. */
export const fakeBlock: SchemaBlock = {
  attributes: {
    id: { type: 'string', ...optionalComputed },
    name: { type: 'string', ...optional },
    policy: { type: 'string', ...optional },
    region: { type: 'string', ...optionalComputed },
    tags: { type: ['map', 'string'], ...optional },
    tags_all: { type: ['map', 'string'], ...optionalComputed },
  },
  blocks: {},
};

/** A configured provider that knows `aws_fake`, which behaves as the test says. */
export function fakeContext(behaviour: Partial<ResourceBehaviour>): ProviderContext {
  const endpoint = 'http://127.0.0.1:9';
  const unexpected = (): Promise<never> => Promise.reject(new Error('not expected in this test'));
  const fake = {
    label: 'Fake',
    rules: {},
    create: unexpected,
    read: unexpected,
    update: unexpected,
    delete: unexpected,
    ...behaviour,
  };
  const context = new ProviderContext({
    schema: {
      provider: { attributes: {}, blocks: {} },
      resources: { aws_fake: fakeBlock },
      dataSources: {},
    },
    behaviours: { resources: new Map([['aws_fake', fake]]), dataSources: new Map() },
    access: { endpoint, accessKeyId: 'LOCAL111111111111' },
  });
  const clients = new AwsClients(endpoint, localCredentials('LOCAL111111111111'));
  context.configure(
    new Cloud({ accountId: '111111111111', region: 'eu-west-1', defaultTags: { Owner: 'ops' }, clients }),
  );
  return context;
}
