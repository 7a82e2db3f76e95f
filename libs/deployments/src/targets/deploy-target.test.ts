import { expect, it } from '@jest/globals';
import { deploySchema } from './deploy-target.ts';

const eks = {
  kind: 'eks',
  context: 'shop',
  name: 'api',
  serviceAccount: 'api',
  role: 'arn:aws:iam::111111111111:role/a/api',
};
const beanstalk = { kind: 'beanstalk', application: 'shop', environment: 'shop-prod', bucket: 'bundles' };

it('takes the least that is needed', () => {
  expect(deploySchema.parse({ dev: eks, prod: beanstalk })).toMatchObject({
    dev: { namespace: 'default', replicas: { min: 2, max: 6 }, port: 8000 },
    prod: { port: 8000, variables: {} },
  });
});

it.each([
  [{ ...eks, name: 'Api' }, /no name/],
  [{ ...eks, name: 'a'.repeat(64) }, /no name/],
  [{ ...eks, role: 'api' }, /no ARN of a role/],
  [{ ...eks, replicas: { min: 7 } }, /'min' is more than 'max'/],
  [{ ...eks, resources: { cpu: 'much' } }, /no CPU quantity/],
  [{ ...eks, resources: { memory: '512MB' } }, /no memory quantity/],
  [{ ...eks, user: 0 }, /1/],
  [{ ...eks, variables: { 'A-B': '1' } }, /environment variable/],
  [{ ...eks, imag: 'x' }, /imag/],
  [{ ...beanstalk, environment: 'abc' }, /no name of an environment/],
  [{ ...beanstalk, kind: 'ecs' }, /kind|discriminator/],
])('refuses %j', (wrong, message) => {
  expect(() => deploySchema.parse({ dev: wrong })).toThrow(message);
});
