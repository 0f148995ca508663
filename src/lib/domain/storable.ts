/** Tells whether Postgres can store a value: no zero byte, no lone surrogate, limited nesting. */
const DEEPEST = 64;

export function storable(value: unknown, depth = 0): boolean {
	if (depth > DEEPEST) return false;
	if (typeof value === 'string') return !value.includes('\0') && whole(value);
	if (Array.isArray(value)) return value.every((one) => storable(one, depth + 1));
	if (typeof value !== 'object' || value === null) return true;
	return Object.entries(value).every(([key, one]) => storable(key) && storable(one, depth + 1));
}

function whole(text: string): boolean {
	return !/\p{Surrogate}/u.test(text);
}
