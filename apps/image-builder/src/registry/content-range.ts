/** Place of an answer's first byte in the whole content (RFC 9110, section 14.4); undefined where the answer doesn't say. */
export function firstByte({ status, headers }: Pick<Response, 'status' | 'headers'>): number | undefined {
  if (status !== 206) return 0;
  const range = /^bytes (\d+)-/.exec(headers.get('content-range') ?? '');
  return range === null ? undefined : Number(range[1]);
}
