/** A moment to the second, as the real provider writes it; null for none. */
export function timestamp(date: Date | undefined): string | null {
  return date?.toISOString().replace(/\.\d+Z$/, 'Z') ?? null;
}
