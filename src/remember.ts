/** Returns a function that computes its result once for each object, and keeps it as long as the object is in use. */
export function remember<Key extends WeakKey, Result>(compute: (key: Key) => Result): (key: Key) => Result {
  const known = new WeakMap<Key, { result: Result }>();
  return (key) => {
    let entry = known.get(key);
    if (!entry) known.set(key, (entry = { result: compute(key) }));
    return entry.result;
  };
}
