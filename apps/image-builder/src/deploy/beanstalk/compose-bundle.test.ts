import { expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'yaml';
import { beanstalkTargetSchema, digestOfLabel } from '@slipway/deployments';
import { composeBundle } from './compose-bundle.ts';

const digest = `sha256:${'0a'.repeat(32)}` as const;
const image = { digest, reference: `registry.test/shop/api@${digest}` };
const target = beanstalkTargetSchema.parse({
  kind: 'beanstalk',
  application: 'shop',
  environment: 'shop-prod',
  bucket: 'bundles',
  port: 9000,
  variables: { EMPTY: '', NUMBER: '1', WORDS: 'a: b #c' },
});

it('holds a docker-compose.yml at its root that runs exactly the image', () => {
  const files = unzipSync(composeBundle(target, image).zip);
  expect(Object.keys(files)).toEqual(['docker-compose.yml']);
  expect(parse(strFromU8(files['docker-compose.yml'] ?? new Uint8Array()))).toMatchObject({
    services: { app: { image: image.reference, ports: ['80:9000'], environment: target.variables, restart: 'always' } },
  });
});

it('is the same, byte by byte, for the same', () => {
  expect(composeBundle(target, image)).toEqual(composeBundle({ ...target }, image));
});

it('has a label that Elastic Beanstalk takes and that holds the digest', () => {
  const { label } = composeBundle(target, image);
  expect(label).toMatch(/^[\w.-]{1,100}$/);
  expect(digestOfLabel(label)).toBe(digest);
  expect(digestOfLabel('v1')).toBeUndefined();
});

it('has another label for other settings of the same image', () => {
  expect(composeBundle({ ...target, port: 8000 }, image).label).not.toBe(composeBundle(target, image).label);
});
