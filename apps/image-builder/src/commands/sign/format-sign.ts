import type { Block } from '@slipway/cli';
import type { SignReport } from './run-sign.ts';

export function formatSign({ container, environment, image, key, publicLog, result }: SignReport): Block[] {
  const rows = [
    ['image', { code: image }],
    ['key', { code: key }],
    ['public log', publicLog ? 'yes' : 'no'],
    ['result', result],
  ];
  return [
    { kind: 'heading', text: `Signature of ${container} in ${environment}` },
    { kind: 'table', head: ['what', 'value'], rows },
  ];
}
