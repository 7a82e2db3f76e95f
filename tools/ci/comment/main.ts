/**
 * Makes a pull request have one comment that says what a file says: `node tools/ci/comment/main.ts review.md`.
 * With `--only-update`, only where an earlier one is. It needs no packages, so that it can run without what a pull request installs.
 * Variables: PULL_REQUEST (its number), and GitHub's own GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_TOKEN.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { CiFailure } from '../ci-failure.ts';
import { gitHubComments } from './github-comments.ts';
import { stickComment } from './stick-comment.ts';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'only-update': { type: 'boolean', default: false } },
  });
  const [file] = positionals;
  if (file === undefined) throw new CiFailure(2, 'name the file: node tools/ci/comment/main.ts review.md');
  const body = await readFile(file, 'utf8');
  const comments = gitHubComments({
    api: variable('GITHUB_API_URL'),
    repository: variable('GITHUB_REPOSITORY'),
    number: Number(variable('PULL_REQUEST')),
    token: variable('GITHUB_TOKEN'),
  });
  const stuck = await stickComment(comments, { marker: markerOf(body, file), body, create: !values['only-update'] });
  process.stdout.write(`comment: ${stuck}\n`);
} catch (error) {
  if (!(error instanceof CiFailure)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}

function markerOf(body: string, file: string): string {
  const [marker = ''] = body.split('\n');
  if (/^<!-- [\w-]+ -->$/.test(marker)) return marker;
  throw new CiFailure(
    2,
    `'${file}' begins with '${marker.slice(0, 80)}', not with a marker such as '<!-- slipway-plan-review -->'`,
  );
}

function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new CiFailure(3, `${name} is not set\nfix: run it in a workflow of a pull request`);
  return value;
}
