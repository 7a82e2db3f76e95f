const UNITS = [
  [1e9, 'GB'],
  [1e6, 'MB'],
  [1e3, 'kB'],
] as const;

/** How much images are together, such as `3.1 GB` (of 10^9 bytes). */
export function sizeWords(images: readonly { readonly sizeBytes?: number }[]): string {
  const bytes = images.reduce((sum, { sizeBytes = 0 }) => sum + sizeBytes, 0);
  const [size, unit] = UNITS.find(([least]) => bytes >= least) ?? [1, 'bytes'];
  return `${size === 1 ? bytes : (bytes / size).toFixed(1)} ${unit}`;
}
