/**
 * Review of a plan with 2,000 changes, from its text to the comment: `nx bench plan-review-cli`. Prints the CPU time and the peak memory of this
 * process, its start included; the aim is under 2 s and 300 MB.
 */
import { cpuUsage, resourceUsage } from 'node:process';
import { createProgram } from '../src/program.ts';
import { memoryFiles } from '../src/testing/memory-files.ts';
import { testWorld } from '../src/testing/test-world.ts';

const CHANGES = 2_000;

function policyText(action: string): string {
  const Principal = { AWS: 'arn:aws:iam::111122223333:role/ci' };
  const Condition = { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } };
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal, Action: ['ecr:BatchGetImage', action], Condition }],
  });
}

function lifecycleText(countNumber: number): string {
  const count = { countType: 'imageCountMoreThan', countNumber };
  const rules = ['v', 'dev', 'feature', 'main'].map((prefix, index) => ({
    rulePriority: index + 1,
    selection: { tagStatus: 'tagged', tagPrefixList: [prefix], ...count },
    action: { type: 'expire' },
  }));
  return JSON.stringify({ rules });
}

/** A quarter each: repositories that are replaced, lifecycle policies, repository policies, and types that are not known. */
function change(index: number): object {
  const name = `team/service-${index}`;
  const at = { region: 'us-east-1', repository: name };
  const kinds = [
    [
      'aws_ecr_repository',
      ['delete', 'create'],
      { name, region: 'us-east-1', image_tag_mutability: 'IMMUTABLE' },
      { name, image_tag_mutability: 'MUTABLE' },
    ],
    [
      'aws_ecr_lifecycle_policy',
      ['delete', 'create'],
      { ...at, policy: lifecycleText(10) },
      { ...at, policy: lifecycleText(5) },
    ],
    [
      'aws_ecr_repository_policy',
      ['update'],
      { ...at, policy: policyText('ecr:ListImages') },
      { ...at, policy: policyText('ecr:PutImage') },
    ],
    ['acme_thing', ['update'], { name, size: 1, tags: { a: 'b' } }, { name, size: 2, tags: { a: 'c' } }],
  ] as const;
  const [type, actions, before, after] = kinds[index % 4] ?? kinds[0];
  return {
    address: `${type}.number${index}`,
    mode: 'managed',
    type,
    change: { actions, before, after, after_unknown: { id: true } },
  };
}

const plan = JSON.stringify({
  format_version: '1.2',
  planned_values: {},
  resource_changes: Array.from({ length: CHANGES }, (_, index) => change(index)),
});
let characters = 0;
const world = { ...testWorld().world, files: memoryFiles({ 'prod.json': plan }) };
const program = createProgram({ print: (text) => (characters += text.length), world: () => world });
await program.parseAsync(['prod.json', '--format', 'markdown'], { from: 'user' }).catch((error: unknown) => {
  if (characters === 0) throw error;
});
const { user, system } = cpuUsage();
const seconds = (user + system) / 1e6;
const megabytes = resourceUsage().maxRSS / 1024;
process.stdout.write(
  `${CHANGES} changes (${(plan.length / 1e6).toFixed(1)} MB): ${seconds.toFixed(2)} s of CPU, ${megabytes.toFixed(0)} MB, ${characters} characters\n`,
);
