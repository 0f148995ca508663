/** Computes the value of a key once and returns it from a map afterwards, even if it is `undefined`. */
export function getOrCompute<Key, Value>(storedValues: Map<Key, Value>, key: Key, find: () => Value): Value {
	const storedValue = storedValues.get(key);
	if (storedValue !== undefined || storedValues.has(key)) return storedValue as Value;
	const value = find();
	storedValues.set(key, value);
	return value;
}
