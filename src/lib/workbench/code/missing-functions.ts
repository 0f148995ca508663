/** Functions that a step asks for and that are no longer in the student's file, and how they come back. */
import { bareText } from '#lib/explanations/habits/bare.ts';
import { readFunction } from '#lib/steps/arrange.ts';
import type { Diagnostic, Files } from '#sandbox/contract.ts';

export interface Gone {
	name: string;
	file: string;
	/** `hidden`: it is there without `export`; `empty`: nothing is there at all. */
	how: 'gone' | 'hidden' | 'empty';
}

const NAME = /^[\p{L}_$][\p{L}\w$]*$/u;

/** The author's files, which the student does not see, import something that `file` does not export. */
export function isAuthors(diagnostic: Diagnostic, files: Files): boolean {
	return diagnostic.kind === 'import' && !(diagnostic.place.file in files) && NAME.test(diagnostic.specifier);
}

export function goneFrom(diagnostics: Diagnostic[], files: Files, file: string): Gone[] {
	const text = files[file] ?? '';
	const asked = diagnostics.flatMap((each) =>
		each.kind === 'import' && isAuthors(each, files) ? [each.specifier] : []
	);
	// What is back already was only missing from the text that was compiled.
	const names = [...new Set(asked)].filter((name) => !declaration(name, 'export[ \\t]+').test(bareText(text)));
	if (bareText(text).trim() === '') return names.slice(0, 1).map((name) => ({ name, file, how: 'empty' }));
	return names.map((name) => ({ name, file, how: declaration(name).test(bareText(text)) ? 'hidden' : 'gone' }));
}

/** Returns the file with the function in it again, and all else as it is; null where no earlier text has it. */
export function givenBack({ name, file, how }: Gone, files: Files, earlier: Files[]): string | null {
	const text = files[file] ?? '';
	if (how === 'hidden') return insertExport(text, name);
	for (const before of earlier) {
		const whole = before[file] ?? '';
		const found = readFunction(whole, name);
		if (found === null || !/^export\b/m.test(found)) continue;
		if (how === 'gone') return `${text.trimEnd()}\n\n${found}\n`;
		return text.trim() === '' ? whole : `${text.trimEnd()}\n\n${whole}`;
	}
	return null;
}

const declaration = (name: string, before = ''): RegExp =>
	new RegExp(
		String.raw`^${before}(?:async[ \t]+)?(?:function|const|let)[ \t]+${name.replaceAll('$', String.raw`\$`)}(?![\p{L}\w$])`,
		'mu'
	);

function insertExport(text: string, name: string): string | null {
	const at = declaration(name).exec(bareText(text))?.index;
	return at === undefined ? null : `${text.slice(0, at)}export ${text.slice(at)}`;
}
