/** Hides credentials in addresses, such as an index address that a tool repeats in its output. A password may hold an `@`. */
export function redact(text: string): string {
  return text.replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/'"]+@/gi, '$1****@');
}
