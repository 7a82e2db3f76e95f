import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderPolicy, toDocument } from '../render/render-policy.ts';
import { validRules } from '../testing/arbitrary-rules.ts';
import { parsePolicy } from './parse-policy.ts';

describe('parsePolicy', () => {
  it('gives back what was rendered, for any rules that ECR takes', () => {
    fc.assert(
      fc.property(validRules, (rules) => {
        expect(parsePolicy(renderPolicy(rules)).document).toEqual(toDocument(rules));
      }),
      { numRuns: 300 },
    );
  });

  it('gives a document or says an error, whatever stands in the place of a part of a policy', () => {
    fc.assert(
      fc.property(validRules, fc.nat(), fc.json({ maxDepth: 3 }), (rules, place, part) => {
        const { document, findings } = parsePolicy(withPart(renderPolicy(rules), { place, part }));
        expect(document !== undefined || findings.some(({ severity }) => severity === 'error')).toBe(true);
        for (const { path, message, fix } of findings) {
          expect([path.startsWith('lifecycle'), message !== '', fix !== '']).toEqual([true, true, true]);
        }
      }),
      { numRuns: 500 },
    );
  });
});

interface Change {
  /** Which of the values is replaced, counted from the beginning and around. */
  readonly place: number;
  /** JSON. */
  readonly part: string;
}

/** Numbers, texts and whole objects are replaced alike; the rest of the text stays as it is. */
function withPart(text: string, { place, part }: Change): string {
  const values = [...text.matchAll(/(?<=:)(?:"(?:[^"\\]|\\.)*"|\d+|\[[^[\]{}]*\]|\{[^{}]*\})/g)];
  const { index, 0: value } = values[place % values.length] ?? { index: 0, 0: text };
  return text.slice(0, index) + part + text.slice(index + value.length);
}
