/** Work on every item, at most `limit` of them at a time. Results are in the order of the items; the first failure ends it. */
export async function inParallel<T, R>(
  items: readonly T[],
  { limit, work }: { readonly limit: number; readonly work: (item: T) => Promise<R> },
): Promise<R[]> {
  const results: R[] = [];
  const waiting = items.entries();
  const failed = new AbortController();
  const worker = async (): Promise<void> => {
    for (const [index, item] of waiting) {
      if (failed.signal.aborted) return;
      results[index] = await work(item);
    }
  };
  const workers = Array.from({ length: Math.min(limit, items.length) }, () =>
    worker().catch((error: unknown) => {
      failed.abort();
      throw error;
    }),
  );
  await Promise.all(workers);
  return results;
}
