/** Whether a media type is that of an OCI index or a Docker manifest list. */
export function isIndex(mediaType: string | undefined): boolean {
  return /\.(?:index|manifest\.list)\.v\d/.test(mediaType ?? '');
}
