import { expect, it } from '@jest/globals';
import { deletionWaves } from './deletion-waves.ts';
import { digestOf, testImage } from './test-image.ts';

it('takes lists before what they hold, and images before what signs them', () => {
  const images = [
    testImage('signature', { age: 1, subject: digestOf('child') }),
    testImage('child', { age: 1 }),
    testImage('index', { age: 1, children: [digestOf('child')] }),
    testImage('outer', { age: 1, children: [digestOf('index')] }),
    testImage('plain', { age: 1 }),
  ];
  expect(deletionWaves(images)).toEqual(
    [['outer', 'plain'], ['index'], ['child'], ['signature']].map((wave) => wave.map(digestOf)),
  );
});

it('comes to an end with images that hold each other', () => {
  const images = ['a', 'b'].map((name) => testImage(name, { age: 1, children: ['a', 'b'].map(digestOf) }));
  expect(deletionWaves(images)).toEqual([['a', 'b'].map(digestOf)]);
});
