/** Gives the values of an example the names that a function's parameters have. */

/** Names the values, so that a failed check can say for which values it failed. When the parameters do not fit, the values stay a list. */
export function namedValues(given: unknown[], name: string, solution: string): unknown[] | Record<string, unknown> {
	const [, list] = new RegExp(`function ${name.replaceAll('$', '\\$')}\\(([^)]*)\\)`).exec(solution) ?? [];
	const parameters = (list ?? '').split(',').map((each) => /^\s*(\w+)/.exec(each)?.[1] ?? '');
	if (given.length === 0 || parameters.length !== given.length || parameters.includes('')) return given;
	return Object.fromEntries(given.map((value, index): [string, unknown] => [parameters[index] ?? '', value]));
}
