/**
 * The line of history as its author wrote it: without BuildKit's mark and the shell's, and without the values of build
 * arguments, which the engine puts before a `RUN` and which may be anything.
 */
export function historyLine(text: string): string {
  return text
    .replace(/^(?:RUN )?\|\d+ .*?(?=\/\S*sh )/s, 'RUN ')
    .replace(/^(?:RUN )?\|\d+ .*$/s, 'RUN (build arguments and command not shown)')
    .replace(/^(?:RUN )?\/bin\/sh -c (?:#\(nop\) )?/, (shell) => (shell.includes('#(nop)') ? '' : 'RUN '))
    .replace(/ # buildkit$/, '')
    .trim();
}
