/** A policy as IAM answers it, which is percent-encoded. */
export function decodedDocument(document = ''): string {
  return document.startsWith('{') ? document : decodeURIComponent(document);
}
