/** Reads and writes the values of a tune step: `const <name> = <number>` at the top level. */
import { blankCommentsAndStrings, escapeForPattern } from './source.ts';

export type TunedValueReplacement = { kind: 'set'; text: string } | { kind: 'missing' };

interface TunedValuePlace {
	start: number;
	end: number;
	value: number;
}

export function readTunedValue(text: string, name: string): number | null {
	return findTunedValue(text, name)?.value ?? null;
}

/** Replaces the number in a value's declaration; spaces, type and comments around the number stay. */
export function replaceTunedValue(text: string, name: string, value: number): TunedValueReplacement {
	const foundValue = findTunedValue(text, name);
	if (!foundValue || !Number.isFinite(value)) return { kind: 'missing' };
	return { kind: 'set', text: text.slice(0, foundValue.start) + String(value) + text.slice(foundValue.end) };
}

function findTunedValue(text: string, name: string): TunedValuePlace | null {
	const code = blankCommentsAndStrings(text);
	const declaration = new RegExp(
		`(?<![\\w$.])const\\s+${escapeForPattern(name)}\\s*(?::\\s*[\\w$.|\\s]+?)?\\s*=(?!=)\\s*([+-]?\\s*(?:\\d[\\d_]*(?:\\.[\\d_]*)?|\\.\\d[\\d_]*)(?:[eE][+-]?\\d+)?)(?=\\s*(?:;|\\n|$|\\}|,))`,
		'g'
	);
	for (const match of code.matchAll(declaration)) {
		const digits = match[1] ?? '';
		if (!isTopLevel(code, match.index)) continue;
		const value = Number(digits.replace(/[_\s]/g, ''));
		const start = match.index + match[0].length - digits.length;
		if (Number.isFinite(value)) return { start, end: start + digits.length, value };
	}
	return null;
}

function isTopLevel(code: string, index: number): boolean {
	let depth = 0;
	for (const character of code.slice(0, index)) {
		if (character === '{') depth++;
		else if (character === '}') depth--;
	}
	return depth === 0;
}
