import type { RuleChange } from '@slipway/lifecycle';
import { readText } from '../change/read-value.ts';
import { replicationOf } from '../change/replication-of.ts';
import { scanCostWords } from '../scanning/scan-cost-words.ts';
import type { ScanPrices } from '../scanning/scan-prices.ts';
import { scannedLess, scannedWords, scanningOf } from '../scanning/scanning-of.ts';
import { repositoryOf } from '../change/repository-of.ts';
import { lifecycleChange } from '../lifecycle/lifecycle-change.ts';
import { lossWords, lossesOf } from '../lifecycle/losses-of.ts';
import type { ResourceChange } from '../plan/plan.ts';
import { identityOf } from '../policy/identity-of.ts';
import { accessOf } from '../policy/access-of.ts';
import { imagesIn } from '../review/evidence.ts';
import type { RuleContext } from '../rules/rule.ts';

type WordContext = Pick<RuleContext, 'evidence' | 'deployments' | 'now'> & { readonly scanPrices?: ScanPrices };

/** What a change means, one sentence each, where its attributes alone don't say it: policies, lifecycle rules, replication. */
export function wordsOf(change: ResourceChange, context: WordContext): string[] {
  if (change.kind === 'none' || change.kind === 'read' || change.kind === 'forget') return [];
  return [
    ...accessOf(change).map(({ text }) => text),
    ...lifecycleWords(change, context),
    ...replicationWords(change),
    ...scanningWords(change),
    ...scanCostWords(change, context.scanPrices),
    ...attachmentWords(change),
  ];
}

function lifecycleWords(change: ResourceChange, { evidence, deployments, now }: WordContext): string[] {
  const images = imagesIn(evidence, repositoryOf(change));
  const lifecycle = lifecycleChange(change, { images: images ?? [], now });
  if (lifecycle.state === 'none') return [];
  if (lifecycle.state === 'unknown') return ['which images will expire can not be said'];
  const { comparison } = lifecycle;
  const { repository } = repositoryOf(change);
  const losses = lossWords(lossesOf(comparison), { repository, deployments });
  if (change.kind === 'destroy') return ['nothing expires any more'];
  if (comparison.rules.length === 0) return ['the lifecycle rules mean the same as before'];
  return [
    ...comparison.rules.map(ruleWords),
    ...losses,
    ...(images !== undefined && losses.length === 0 ? ['no image that is there expires by it now'] : []),
  ];
}

function ruleWords({ change, description }: RuleChange): string {
  return change === 'changed' ? description : `lifecycle rule ${change}: ${description}`;
}

function replicationWords({ type, before, after }: ResourceChange): string[] {
  if (type !== 'aws_ecr_replication_configuration') return [];
  const [old, fresh] = [replicationOf(before), replicationOf(after)];
  return [
    ...fresh.filter((copy) => !old.includes(copy)).map((copy) => `the registry now copies ${copy}`),
    ...old.filter((copy) => !fresh.includes(copy)).map((copy) => `the registry no longer copies ${copy}`),
  ];
}

function scanningWords({ type, before, after }: ResourceChange): string[] {
  if (type !== 'aws_ecr_registry_scanning_configuration') return [];
  const [old, fresh] = [scanningOf(before), scanningOf(after)];
  const [was, is] = [readText(before, 'scan_type'), readText(after, 'scan_type')];
  return [
    ...(is === undefined || is === was
      ? []
      : [`scanning is ${is} from now on${was === undefined ? '' : `, not ${was}`}`]),
    ...scannedLess(fresh, old).map((one) => `the registry now scans ${scannedWords(one)}`),
    ...scannedLess(old, fresh).map((one) => `the registry no longer scans ${scannedWords(one)}`),
  ];
}

function attachmentWords(change: ResourceChange): string[] {
  if (!/^aws_iam_(role|user|group)_policy_attachment$/.test(change.type)) return [];
  const [was, is] = [readText(change.before, 'policy_arn'), readText(change.after, 'policy_arn')];
  return [
    ...(is === undefined ? [] : [`${identityOf(change)} gets ${is}`]),
    ...(was === undefined || was === is ? [] : [`${identityOf(change)} loses ${was}`]),
  ];
}
