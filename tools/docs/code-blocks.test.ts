import { describe, expect, it } from '@jest/globals';
import { codeBlocks, namedRules, terraformTypes } from './code-blocks.ts';

const page = [
  '# Page',
  '',
  '```ts',
  'const one = 1;',
  '```',
  '',
  '```sh',
  'npx nx synth dev',
  '```',
  '',
  'Terraform: `aws_kms_key`, and `policy` of',
  '`aws_ecr_repository`',
  '',
  '- Not `aws_sns_topic` (`topic-name`), nor others (`one-rule`,',
  '  `other-rule`), nor (`word`).',
  '',
].join('\n');

describe('a page', () => {
  it('has TypeScript blocks', () => {
    expect(codeBlocks(page)).toEqual(['const one = 1;\n']);
  });

  it('has blocks of a shell', () => {
    expect(codeBlocks(page, 'sh')).toEqual(['npx nx synth dev\n']);
  });

  it('names resource types in the paragraph about Terraform', () => {
    expect(terraformTypes(page)).toEqual(['aws_kms_key', 'aws_ecr_repository']);
  });

  it('may end with that paragraph, or have none', () => {
    expect(terraformTypes('Terraform: `aws_kms_key`\n')).toEqual(['aws_kms_key']);
    expect(terraformTypes('# Terraform\n')).toBeUndefined();
  });

  it('names rules in parentheses', () => {
    expect(namedRules(page)).toEqual(['topic-name', 'one-rule', 'other-rule']);
  });
});
