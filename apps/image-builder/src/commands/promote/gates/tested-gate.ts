import type { GateAnswer, GateFacts } from './gate.ts';

/** Open for an image whose test is in the ledger of the environment that it comes from. */
export function testedGate({ entries, digest, from, container }: GateFacts): GateAnswer {
  const test = entries.findLast((entry) => entry.action === 'test' && entry.digest === digest);
  const facts =
    test === undefined
      ? `the ledger of '${from}' has no test of '${digest}'`
      : `tested in '${from}' at ${test.at} by '${test.by}'`;
  return {
    open: test !== undefined,
    facts,
    fix: `test it in '${from}': 'image-builder run ${container} --env ${from}'`,
  };
}
