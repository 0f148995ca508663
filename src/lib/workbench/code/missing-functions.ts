/** Finds functions that a step asks for and the student's file no longer exports, and puts them back. */
import { bareText } from '#lib/explanations/habits/bare.ts';
import { readFunction } from '#lib/steps/arrange.ts';
import type { Diagnostic, Files } from '#sandbox/contract.ts';

export interface MissingFunction {
	name: string;
	file: string;
	/** `not-exported`: the file has the function, without `export` before it. `file-empty`: the file has no code at all. */
	cause: 'removed' | 'not-exported' | 'file-empty';
}

const NAME = /^[\p{L}_$][\p{L}\w$]*$/u;

/** Tells whether a file of the author, which the student does not see, imports something that is not exported. */
export function isAuthorsImport(diagnostic: Diagnostic, files: Files): boolean {
	return diagnostic.kind === 'import' && !(diagnostic.place.file in files) && NAME.test(diagnostic.specifier);
}

export function findMissing(diagnostics: Diagnostic[], files: Files, file: string): MissingFunction[] {
	const imported = diagnostics.flatMap((each) =>
		each.kind === 'import' && isAuthorsImport(each, files) ? [each.specifier] : []
	);
	if (imported.length === 0) return [];
	const code = bareText(files[file] ?? '');
	// The diagnostics are of the text that was compiled: a function may have come back since.
	const names = [...new Set(imported)].filter((name) => !declaration(name, 'export[ \\t]+').test(code));
	if (code.trim() === '') return names.slice(0, 1).map((name) => ({ name, file, cause: 'file-empty' }));
	return names.map((name) => ({
		name,
		file,
		cause: declaration(name).test(code) ? 'not-exported' : 'removed'
	}));
}

/** Returns the file with the function in it again, and all else as it is; null where no earlier text has it. */
export function putBack({ name, file, cause }: MissingFunction, files: Files, earlier: Files[]): string | null {
	const text = files[file] ?? '';
	if (cause === 'not-exported') return insertExport(text, name);
	for (const before of earlier) {
		const whole = before[file] ?? '';
		const found = readFunction(whole, name);
		if (found === null || !/^export\b/m.test(found)) continue;
		if (cause === 'removed') return `${text.trimEnd()}\n\n${found}\n`;
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
