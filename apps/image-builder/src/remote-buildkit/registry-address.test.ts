import { expect, it } from '@jest/globals';
import { registryAddress } from './registry-address.ts';

// distribution project, "reference"; Docker Hub's address is the one in its API documentation
it.each([
  ['debian:bookworm', 'docker.io', 'https://registry-1.docker.io', 'library/debian'],
  ['docker.io/moby/buildkit', 'docker.io', 'https://registry-1.docker.io', 'moby/buildkit'],
  [
    '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/api:v1',
    '111122223333.dkr.ecr.eu-west-1.amazonaws.com',
    'https://111122223333.dkr.ecr.eu-west-1.amazonaws.com',
    'shop/api',
  ],
  ['127.0.0.1:5000/shop/api', '127.0.0.1:5000', 'http://127.0.0.1:5000', 'shop/api'],
  ['localhost/api', 'localhost', 'http://localhost', 'api'],
])('finds the registry of %s', (name, ...parts) => {
  const { host, origin, repository } = registryAddress(name);
  expect([host, origin, repository]).toEqual(parts);
});
