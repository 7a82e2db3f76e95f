import { expect, it } from '@jest/globals';
import { openCloud } from './open-cloud.ts';

const access = { endpoint: 'http://127.0.0.1:9', accessKeyId: 'LOCAL111111111111' };

it.each([
  [{ region: null }, 'no region'],
  [{ region: 'eu-west-1', assume_role: [{ role_arn: 'arn' }] }, 'does not know "assume_role"'],
  [{ region: 'eu-west-1', ignore_tags: [{}] }, 'does not know "ignore_tags"'],
  [{ region: 'eu-west-1', shared_credentials_files: ['f'] }, 'does not know "shared_credentials_files"'],
])('refuses %j', async (config, words) => {
  await expect(openCloud(config, access)).rejects.toThrow(words);
});

it('does not mind blocks that are absent, and names the endpoint that does not answer', async () => {
  const config = { region: 'eu-west-1', assume_role: [], ignore_tags: [], shared_config_files: null };
  await expect(openCloud(config, access)).rejects.toThrow('cannot ask "http://127.0.0.1:9"');
});
