/** Tells whether PostgreSQL can store a value: no zero byte, no lone surrogate, limited nesting. */
const MAX_DEPTH = 64;

export function isStorable(value: unknown, depth = 0): boolean {
	if (depth > MAX_DEPTH) return false;
	if (typeof value === 'string') return !value.includes('\0') && hasWholeCharacters(value);
	if (Array.isArray(value)) return value.every((one) => isStorable(one, depth + 1));
	if (typeof value !== 'object' || value === null) return true;
	return Object.entries(value).every(([key, one]) => isStorable(key) && isStorable(one, depth + 1));
}

function hasWholeCharacters(text: string): boolean {
	return !/\p{Surrogate}/u.test(text);
}
