/** Gives each name that an idea declares, and the sketch has already, a number. */
import { blankNonCode, escapePattern } from '#lib/steps/source.ts';

/** Lines above all functions, and lines in one of them, which use the same names. */
export interface IdeaLines {
	linesAbove: string;
	code: string;
}

const NOT_CODE = /\/\/[^\n]*|\/\*[^]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/;
/** Matches a declaration at the beginning of a line; one further in belongs to a block alone. */
const DECLARED_NAME = /^(?:const|let|var) (\w+)/gm;

/** Matches a name, but not as the name of a property. Behind three dots stands a variable again. */
const wordPattern = (name: string): string =>
	String.raw`(?<![\p{L}\p{N}_$]|(?<!\.)\.)${escapePattern(name)}(?![\p{L}\p{N}_$])`;

/** Returns the lines with names that `text`, the sketch, does not have. */
export function renameTakenNames(lines: IdeaLines, text: string): IdeaLines {
	const sketchCode = blankNonCode(text);
	const isTaken = (name: string) => new RegExp(wordPattern(name), 'u').test(sketchCode);
	const declaredNames = [...`${lines.linesAbove}\n${lines.code}`.matchAll(DECLARED_NAME)].map(([, name = '']) => name);
	return declaredNames.reduce(({ linesAbove, code }, name) => {
		let freeName = name;
		for (let count = 2; isTaken(freeName); count++) freeName = `${name}${count}`;
		return { linesAbove: renameInCode(linesAbove, name, freeName), code: renameInCode(code, name, freeName) };
	}, lines);
}

/** Renames a variable outside of comments and strings, but also in the calculations of a template. */
function renameInCode(code: string, name: string, freeName: string): string {
	if (name === freeName) return code;
	return code.replace(new RegExp(`${NOT_CODE.source}|${wordPattern(name)}`, 'gu'), (match) => {
		if (match === name) return freeName;
		if (!match.startsWith('`')) return match;
		return match.replace(/\$\{([^}]*)\}/g, (_, inner: string) => `\${${renameInCode(inner, name, freeName)}}`);
	});
}
