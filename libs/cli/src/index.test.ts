import { expect, it } from '@jest/globals';
import * as cli from './index.ts';

it('exports exactly this', () => {
  expect(Object.keys(cli).sort()).toEqual([
    'Failure',
    'errorCode',
    'errorDocument',
    'errorMessage',
    'errorName',
    'inParallel',
    'interrupted',
    'isFailure',
    'markdownCode',
    'markdownWords',
    'memoryProgress',
    'openProgress',
    'plainProgress',
    'printReport',
    'renderJson',
    'renderMarkdown',
    'renderTerminal',
    'runCli',
    'terminalProgress',
    'visibleText',
    'workspaceRoot',
  ]);
});
