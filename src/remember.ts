/** Returns a function that computes its result once for each object, and keeps it as long as the object is in use. */
export function remember<Key extends WeakKey, Result>(compute: (key: Key) => Result): (key: Key) => Result {
  const known = new WeakMap<Key, { result: Result }>();
  return (key) => {
    let entry = known.get(key);
    if (!entry) known.set(key, (entry = { result: compute(key) }));
    return entry.result;
  };
}

/** Returns a function that computes its result once for each text, such as a language tag, and keeps all of them. */
export function rememberByText<Result>(compute: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, { result: Result }>();
  return (text) => {
    let entry = known.get(text);
    if (!entry) known.set(text, (entry = { result: compute(text) }));
    return entry.result;
  };
}
