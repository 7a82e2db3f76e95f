import { expect, it } from '@jest/globals';
import { environmentVariable } from './environment-variable.ts';

it.each(['PATH=/usr/bin:/bin', 'A=1=2', 'EMPTY=', 'PYTHONUNBUFFERED=1', 'INDEX=https://packages.example.test/simple'])(
  'shows the value of %s',
  (line) => {
    const { name, value } = environmentVariable(line);
    expect(`${name}=${value ?? 'hidden'}`).toBe(line);
  },
);

it.each([
  'DB_PASSWORD=fake',
  'API_KEY=fake',
  'GITHUB_TOKEN=fake',
  'INDEX=https://user:fake@packages.example.test/simple',
  'KEY_FILE=-----BEGIN FAKE KEY-----',
  'ID=AKIAFAKEFAKEFAKEFAKE',
])('hides the value of %s', (line) => {
  expect(environmentVariable(line)).toEqual({ name: line.split('=')[0] });
});
