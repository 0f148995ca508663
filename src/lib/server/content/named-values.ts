/** Lets a failed check name its arguments. The list stays when the number of parameters does not fit. */
export function mapArgumentsByName(
	given: unknown[],
	name: string,
	solution: string
): unknown[] | Record<string, unknown> {
	const parameters = readParameterNames(name, solution) ?? [];
	if (given.length === 0 || parameters.length !== given.length) return given;
	return Object.fromEntries(given.map((value, index): [string, unknown] => [parameters[index] ?? '', value]));
}

/** Returns the names of a function's parameters; undefined when there is no such function, or a parameter has no name. */
export function readParameterNames(name: string, source: string): string[] | undefined {
	const functionHead = new RegExp(`function ${name.replaceAll('$', '\\$')}\\(`).exec(source);
	if (functionHead === null) return undefined;
	const names = splitParameterList(source, functionHead.index + functionHead[0].length).map(
		(each) => /^\s*(\w+)/.exec(each)?.[1]
	);
	return names.every((each) => each !== undefined) ? names : undefined;
}

/** Splits the text from `start` to the closing bracket at its commas, except those inside inner brackets. */
function splitParameterList(source: string, start: number): string[] {
	const parts: string[] = [];
	let [from, depth] = [start, 0];
	for (let at = start; at < source.length; at += 1) {
		const character = source.charAt(at);
		if (depth === 0 && (character === ',' || character === ')')) {
			parts.push(source.slice(from, at));
			from = at + 1;
			if (character === ')') break;
		} else if ('([{<'.includes(character)) depth += 1;
		else if (')]}'.includes(character) || (character === '>' && source.charAt(at - 1) !== '=')) depth -= 1;
	}
	return parts.filter((part) => part.trim() !== '');
}
