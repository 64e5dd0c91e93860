/**
 * Marks the rejection of a promise as handled, and returns the promise. Node ends the process if a promise is rejected
 * before anybody waits for it; those who wait for it later still get the reason.
 */
export function markHandled<Pending extends Promise<unknown>>(promise: Pending): Pending {
  promise.catch(() => {});
  return promise;
}

/** Does work for each item, for two of them at a time, and returns the results in the order of the items. */
export async function runTwoAtATime<Item, Result>(
  items: Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  // Both workers take from one iterator, so each item is taken once.
  const waiting = items.entries();
  const workThrough = async (): Promise<void> => {
    for (const [index, item] of waiting) results[index] = await work(item);
  };
  await Promise.all([workThrough(), workThrough()]);
  return results;
}
