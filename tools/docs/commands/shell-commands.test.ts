import { describe, expect, it } from '@jest/globals';
import { shellCommands } from './shell-commands.ts';

describe('a shell script', () => {
  it.each([
    ['words', 'aws sts  get-caller-identity', [['aws', 'sts', 'get-caller-identity']]],
    ['lines and comments', '# first\na b # c\n\nd#e', [['a', 'b'], ['d#e']]],
    ['lines that go on', 'a \\\n  b', [['a', 'b']]],
    ['quotes', `a 'b "c' "d 'e" f" g"h`, [['a', 'b "c', "d 'e", 'f gh']]],
    ['pipes and lists', 'a | b && c || d; e', [['a'], ['b'], ['c'], ['d'], ['e']]],
    ['redirections', 'a b > c.txt 2>&1', undefined],
    ['redirected output', 'a --all > "c d.txt" b', [['a', '--all', 'b']]],
    ['redirected input', 'a < b.txt', [['a']]],
    ['variables', 'a "$B" $C', [['a', '$B', '$C']]],
    ['assignments', 'A=1 B="two words" c d=e', [['c', 'd=e']]],
    ['nothing but assignments', 'A=1', []],
    ['substitutions', 'A="$(b "c d")"\ne $(f | g)', [['b', 'c d'], ['e', '$(f | g)'], ['f'], ['g']]],
    ['substitutions with parentheses', `A="$(b 'c(d)')"`, [['b', 'c(d)']]],
    ['no substitution in single quotes', "a '$(b)'", [['a', '$(b)']]],
  ])('has %s', (_, script, commands) => {
    if (commands === undefined) expect(() => shellCommands(script)).toThrow("this is no list of commands: '&1'");
    else expect(shellCommands(script)).toEqual(commands);
  });
});
