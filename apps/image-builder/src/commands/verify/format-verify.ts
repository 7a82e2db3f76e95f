import type { Block, Cell } from '@slipway/cli';
import type { Finding } from '@slipway/findings';
import { shortDigest } from '../../release/short-digest.ts';
import type { VerifiedContainer, VerifyReport } from './verify-report.ts';

/** The comparison for people: what was looked at, and where it differs. */
export function formatVerify({ environment, containers, findings }: VerifyReport): Block[] {
  return [
    { kind: 'heading', text: `Registry of ${environment} against ledger and records` },
    { kind: 'table', head: ['container', 'repository', 'regions', 'image', 'said by'], rows: containers.flatMap(rows) },
    findings.length === 0
      ? { kind: 'paragraph', text: 'Every region holds what is written down.' }
      : { kind: 'list', items: findings.map(findingText) },
  ];
}

function rows({ container, repository, regions, expected }: VerifiedContainer): Cell[][] {
  if (expected.length === 0) return [[container, repository, regions, 'not known', '']];
  return expected.map(({ digest, saidBy }, index) => [
    ...(index === 0 ? [container, repository, regions] : ['', '', '']),
    { code: shortDigest(digest) },
    saidBy,
  ]);
}

function findingText({ severity, rule, path, message, fix, source }: Finding): string {
  return `${severity}: ${path}: ${message} [${rule}]. Fix: ${fix}.${source === undefined ? '' : ` (${source})`}`;
}
