import { addImport } from './add-import.ts';

export interface ImportSuggestion {
	name: string;
	module: string;
	/** The change that imports the name, as offsets in the text. */
	change: { start: number; end: number; text: string };
}

/** `moduleByExport` holds the modules that a program may import, by exported name. */
export function suggestImports(
	text: string,
	caretOffset: number,
	moduleByExport: Readonly<Record<string, string>>
): ImportSuggestion[] {
	const lineBefore = text.slice(text.lastIndexOf('\n', caretOffset - 1) + 1, caretOffset);
	const prefix = /[A-Za-z_$][\w$]*$/.exec(lineBefore)?.[0];
	if (prefix === undefined) return [];
	const codeBefore = lineBefore.slice(0, -prefix.length);
	// Suggest nothing in a member, a text, a comment, or a name that is being declared or imported.
	if (/[.'"`]$|\/\/|^\s*import\b|\b(?:const|let|var|function|class)\s+$/.test(codeBefore)) return [];
	const otherText = text.slice(0, caretOffset - prefix.length) + text.slice(caretOffset);
	const usedNames = new Set(otherText.match(/[A-Za-z_$][\w$]*/g));
	return Object.entries(moduleByExport)
		.filter(([name]) => name.startsWith(prefix) && !usedNames.has(name))
		.map(([name, module]) => ({ name, module, change: findTextChange(text, addImport(text, { name, module })) }));
}

function findTextChange(before: string, after: string): ImportSuggestion['change'] {
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	while (start < shorter && before[start] === after[start]) start++;
	let tail = 0;
	while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
	return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}
