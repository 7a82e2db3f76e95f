import type { Files } from '../files/files.ts';
import { Failure } from '../failure.ts';

/** Files for tests, by path; `-` is standard input. */
export function memoryFiles(
  content: Readonly<Record<string, string>>,
): Files & { readonly written: Map<string, string> } {
  const written = new Map<string, string>();
  return {
    written,
    read(path) {
      const text = written.get(path) ?? (Object.hasOwn(content, path) ? content[path] : undefined);
      if (text !== undefined) return Promise.resolve(text);
      const message = `'${path}' can't be read: there is no such file`;
      return Promise.reject(new Failure({ code: 'unreadable-file', message, fix: 'name another' }));
    },
    write(path, text) {
      written.set(path, text);
      return Promise.resolve();
    },
  };
}
