/** Returns the rows of a result; both engines return `{ rows }`, which their shared type does not say. */
export function rowsOf(result: unknown): Record<string, unknown>[] {
	const rows = typeof result === 'object' && result !== null && 'rows' in result ? result.rows : undefined;
	return Array.isArray(rows) ? rows : [];
}
