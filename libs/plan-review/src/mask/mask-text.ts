/** What stands in place of a secret. */
export const MASK = '(masked)';

/** Texts that are secrets by their form, whatever they are called. */
const SECRETS: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /\b(AKIA|ASIA|AROA|AIDA)[A-Z0-9]{12,}\b/g,
  /\beyJ[\w-]{8,}\.[\w-]{4,}(\.[\w-]*)?/g,
  /\b(gh[pousr]_|github_pat_|glpat-|xox[abprs]-|sk-|npm_|pypi-)[\w-]{16,}/g,
  /(?<=:\/\/)[^\s/:@]+:[^\s/@]+(?=@)/g,
];
const LONG = /(?<![\w+/=-])[\w+/=-]{32,}(?![\w+/=-])/g;

/** The text without what looks like an access key, a token or a private key. Digests, ids and ARNs stay. */
export function maskText(text: string): string {
  if (text.length < 8) return text;
  const masked = SECRETS.reduce((rest, secret) => rest.replaceAll(secret, MASK), text);
  return masked.replaceAll(LONG, (long, offset: number) => (isToken(long, masked, offset) ? MASK : long));
}

/** Whether a name, such as that of an attribute, says that its value is a secret. */
export function isSecretName(name: string): boolean {
  return /pass(word|wd|phrase)?$|password|secret|token|api_?key|private_?key|access_?key|credential|connection_?string/i.test(
    name,
  );
}

/** Random text has letters of both cases and digits; hexadecimal text is a token unless it is a digest or a commit. */
function isToken(long: string, text: string, offset: number): boolean {
  if (/^[0-9a-f]+$/i.test(long)) return long.length !== 40 && !text.slice(0, offset).endsWith('sha256:');
  if (!/[a-z]/.test(long) || !/[A-Z]/.test(long)) return false;
  const digits = long.match(/\d/g)?.length ?? 0;
  // Secret access keys of AWS have 40 characters, sometimes with few digits.
  if (long.length === 40 && /[+/]/.test(long) && digits > 0) return true;
  return digits >= 3 && !isPath(long);
}

/** Paths and addresses are words between separators; random text has words of mixed cases and digits. */
function isPath(text: string): boolean {
  const words = text.split(/[-_/]/);
  const isMixed = (word: string) => /\d/.test(word) && /[a-z]/.test(word) && /[A-Z]/.test(word);
  return words.length > 2 && !words.some(isMixed);
}
