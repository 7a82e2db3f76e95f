/** The password of user AWS in a Basic authorization header; nothing when there is none. */
export function basicPassword(authorization: string | undefined): string | undefined {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '')?.[1];
  const decoded = Buffer.from(encoded ?? '', 'base64').toString();
  return decoded.startsWith('AWS:') ? decoded.slice('AWS:'.length) : undefined;
}
