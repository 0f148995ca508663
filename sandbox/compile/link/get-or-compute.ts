/** Computes the value of a key once and returns it from a map afterwards, even if it is `undefined`. */
export function getOrCompute<Key, Value>(known: Map<Key, Value>, key: Key, find: () => Value): Value {
	const found = known.get(key);
	if (found !== undefined || known.has(key)) return found as Value;
	const value = find();
	known.set(key, value);
	return value;
}
