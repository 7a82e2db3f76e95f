import { posix } from 'node:path';
import type { TargetConfiguration } from '@nx/devkit';

/** Results of the tests, from the workspace root. */
const RESULTS = 'dist/test-results';

/** Python has locks of its own, which are among its files. */
const NO_NPM = { externalDependencies: [] };

/** The targets of a folder with a Python package and its Dockerfile. @param root of the project, from the workspace root */
export function containerTargets(root: string): Record<string, TargetConfiguration> {
  const results = `${RESULTS}/${posix.basename(root)}.xml`;
  return {
    venv: {},
    lint: check(root, {
      parallel: false,
      commands: ['.venv/bin/ruff check .', '.venv/bin/ruff format --check .'],
    }),
    typecheck: check(root, { command: '.venv/bin/mypy' }),
    test: {
      ...check(root, {
        command: `.venv/bin/python -m pytest --cov --junitxml=${posix.relative(root, results)}`,
      }),
      outputs: [`{workspaceRoot}/${results}`],
    },
    image: {},
    push: {},
  };
}

/** Runs in the project's folder with the tools of its virtual environment. */
function check(root: string, options: Readonly<Record<string, unknown>>): TargetConfiguration {
  return {
    executor: 'nx:run-commands',
    dependsOn: ['venv'],
    cache: true,
    inputs: ['{projectRoot}/**/*', NO_NPM],
    options: { cwd: root, ...options },
  };
}
