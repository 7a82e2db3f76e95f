import { expect, it } from '@jest/globals';
import { containerVariables } from './container-variables.ts';

it('hands a container what it needs of the cloud and nothing else of the environment', () => {
  const environment = {
    AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:1',
    AWS_ACCESS_KEY_ID: 'id',
    AWS_SECRET_ACCESS_KEY: 'fake',
    OTHER: 'x',
  };
  const road = { environment, images: [], times: [], signal: new AbortController().signal };
  expect(Object.keys(containerVariables(road, { PORT: '1' })).sort()).toEqual([
    'AWS_ACCESS_KEY_ID',
    'AWS_DEFAULT_REGION',
    'AWS_ENDPOINT_URL_S3',
    'AWS_SECRET_ACCESS_KEY',
    'MODEL_BUCKET',
    'MODEL_PREFIX',
    'PORT',
  ]);
});
