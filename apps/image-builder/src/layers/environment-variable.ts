import type { EnvironmentVariable } from './stored-image.ts';

const SECRET_NAME = /secret|token|passw|pwd|credential|private|auth|api_?key|access_?key/i;
const SECRET_VALUE = /:\/\/[^\s/@]+@|-----BEGIN |\bAKIA[0-9A-Z]{16}\b/;

/** One line of `Env`: its value only where neither it nor the name looks secret. */
export function environmentVariable(line: string): EnvironmentVariable {
  const equals = line.indexOf('=');
  const [name, value] = equals < 0 ? [line, ''] : [line.slice(0, equals), line.slice(equals + 1)];
  return SECRET_NAME.test(name) || SECRET_VALUE.test(value) ? { name } : { name, value };
}
