import { blankCommentsAndTexts } from '#lib/explanations/habits/program-text.ts';
import { readFunctionText } from '#lib/steps/arrange.ts';
import type { Files } from '#sandbox/contract.ts';

export interface MissingFunction {
	name: string;
	file: string;
	/** `not-exported`: the file has the function without `export` before it. `file-empty`: the file has no code at all. */
	cause: 'removed' | 'not-exported' | 'file-empty';
}

/**
 * Returns the functions among `requiredNames` that an earlier text of `file` exported and the present text does not. Functions
 * that were never there are not reported.
 */
export function findMissingFunctions(
	requiredNames: string[],
	files: Files,
	file: string,
	earlierFiles: Files[]
): MissingFunction[] {
	if (requiredNames.length === 0) return [];
	const code = blankCommentsAndTexts(files[file] ?? '');
	const exportsName = (name: string, text: string) => createDeclarationPattern(name, 'export[ \\t]+').test(text);
	const missingNames = requiredNames
		.filter((name) => !exportsName(name, code))
		.filter((name) => earlierFiles.some((before) => exportsName(name, blankCommentsAndTexts(before[file] ?? ''))));
	if (code.trim() === '') return missingNames.slice(0, 1).map((name) => ({ name, file, cause: 'file-empty' }));
	return missingNames.map((name) => ({
		name,
		file,
		cause: createDeclarationPattern(name).test(code) ? 'not-exported' : 'removed'
	}));
}

/** Returns the file's text with the function put back; null when no earlier text has the function. */
export function restoreFunction(
	{ name, file, cause }: MissingFunction,
	files: Files,
	earlierFiles: Files[]
): string | null {
	const text = files[file] ?? '';
	if (cause === 'not-exported') return insertExportKeyword(text, name);
	for (const before of earlierFiles) {
		const earlierText = before[file] ?? '';
		const functionText = readFunctionText(earlierText, name);
		if (functionText === null || !/^export\b/m.test(functionText)) continue;
		if (cause === 'removed') return `${text.trimEnd()}\n\n${functionText}\n`;
		return text.trim() === '' ? earlierText : `${text.trimEnd()}\n\n${earlierText}`;
	}
	return null;
}

const createDeclarationPattern = (name: string, precedingPattern = ''): RegExp =>
	new RegExp(
		String.raw`^${precedingPattern}(?:async[ \t]+)?(?:function|const|let)[ \t]+${name.replaceAll('$', String.raw`\$`)}(?![\p{L}\w$])`,
		'mu'
	);

function insertExportKeyword(text: string, name: string): string | null {
	const at = createDeclarationPattern(name).exec(blankCommentsAndTexts(text))?.index;
	return at === undefined ? null : `${text.slice(0, at)}export ${text.slice(at)}`;
}
