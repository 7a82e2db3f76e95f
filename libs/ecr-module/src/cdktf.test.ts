import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';

describe('the door to cdktf', () => {
  it('is the only file that imports the packages, so that moving is one file', () => {
    const importing = execFileSync(
      'git',
      ['grep', '-lE', String.raw`^(import|export|\}) .*from '(cdktf|constructs|@cdktf/[^']*)'`, '--', '../../*.ts'],
      { cwd: import.meta.dirname + '/..', encoding: 'utf8' },
    );
    expect(
      importing
        .trim()
        .split('\n')
        .filter((path) => !path.includes('/peers/')),
    ).toEqual(['src/cdktf.ts']);
  });
});
