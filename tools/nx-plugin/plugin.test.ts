import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createNodes } from './plugin.ts';

/** What is inferred for a project in a workspace of these files, by project root. */
async function inferred(root: string, files: Readonly<Record<string, string>>) {
  const workspaceRoot = await mkdtemp(join(tmpdir(), 'nx-plugin-'));
  try {
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(workspaceRoot, file)), { recursive: true });
      await writeFile(join(workspaceRoot, file), text);
    }
    const context = { workspaceRoot, nxJsonConfiguration: {} };
    const [[, { projects = {} }] = ['', {}]] = await createNodes[1]([`${root}/project.json`], undefined, context);
    return projects;
  } finally {
    await rm(workspaceRoot, { recursive: true });
  }
}

const project = (name: string, tag: string) => JSON.stringify({ name, tags: [tag] });

describe('the Nx plugin', () => {
  it('gives an app with a spec the targets of an environment, each for itself', async () => {
    const { 'apps/stage': stage } = await inferred('apps/stage', {
      'apps/stage/project.json': project('stage', 'type:environment'),
      'libs/environments/src/stage.ts': '',
    });
    expect(Object.keys(stage?.targets ?? {})).toEqual(
      'lint typecheck test synth plan deploy destroy drift bootstrap access lifecycle-preview'.split(' '),
    );
    expect(stage?.targets?.['access']?.options).toEqual({ command: 'registry-report access stage' });
  });

  it('leaves an app alone that no spec is named after', async () => {
    const files = { 'apps/bootstrap/project.json': project('bootstrap', 'type:environment') };
    expect(await inferred('apps/bootstrap', files)).toEqual({});
  });

  it('gives a folder with a Dockerfile the targets of a container, run in that folder', async () => {
    const { 'apps/web': web } = await inferred('apps/web', {
      'apps/web/project.json': project('web', 'type:container'),
      'apps/web/Dockerfile': 'FROM scratch',
    });
    expect(Object.keys(web?.targets ?? {})).toEqual(['venv', 'lint', 'typecheck', 'test', 'image', 'push']);
    expect(web?.targets?.['test']?.options).toEqual({
      cwd: 'apps/web',
      command: '.venv/bin/python -m pytest --cov --junitxml=../../dist/test-results/web.xml',
    });
  });

  it('promises no image of a container that has no Dockerfile yet, and nothing to a project of another kind', async () => {
    expect(await inferred('web', { 'web/project.json': project('web', 'type:container') })).toEqual({});
    expect(await inferred('libs/x', { 'libs/x/project.json': project('x', 'scope:x') })).toEqual({});
    expect(await inferred('x', { 'x/project.json': '{}' })).toEqual({});
  });
});
