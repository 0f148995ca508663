/** Appends a number to each name of an idea that the sketch already uses. */
import { blankCommentsAndStrings, escapeForPattern } from '#lib/steps/source.ts';

/** An idea's lines, which share their names: those to insert above all functions, and those to insert into a function. */
export interface IdeaLines {
	linesAbove: string;
	code: string;
}

const COMMENT_OR_STRING_PATTERN = /\/\/[^\n]*|\/\*[^]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/;
/** Matches a declaration at the beginning of a line; an indented declaration belongs only to its block. */
const DECLARED_NAME_PATTERN = /^(?:const|let|var) (\w+)/gm;

/**
 * Returns a pattern that matches a name, but not after the dot of a property. After the three dots of a spread the name counts.
 */
const createVariableUsePattern = (name: string): string =>
	String.raw`(?<![\p{L}\p{N}_$]|(?<!\.)\.)${escapeForPattern(name)}(?![\p{L}\p{N}_$])`;

/** Returns the idea's lines with a free name for each name that `text`, the sketch, already uses. */
export function renameTakenNames(lines: IdeaLines, text: string): IdeaLines {
	const sketchCode = blankCommentsAndStrings(text);
	const isNameTaken = (name: string) => new RegExp(createVariableUsePattern(name), 'u').test(sketchCode);
	const declaredNames = [...`${lines.linesAbove}\n${lines.code}`.matchAll(DECLARED_NAME_PATTERN)].map(
		([, name = '']) => name
	);
	return declaredNames.reduce(({ linesAbove, code }, name) => {
		let freeName = name;
		for (let count = 2; isNameTaken(freeName); count++) freeName = `${name}${count}`;
		return { linesAbove: renameInCode(linesAbove, name, freeName), code: renameInCode(code, name, freeName) };
	}, lines);
}

/** Renames a variable in code, also inside `${…}` of a template, but not in comments and strings. */
function renameInCode(code: string, name: string, freeName: string): string {
	if (name === freeName) return code;
	return code.replace(
		new RegExp(`${COMMENT_OR_STRING_PATTERN.source}|${createVariableUsePattern(name)}`, 'gu'),
		(match) => {
			if (match === name) return freeName;
			if (!match.startsWith('`')) return match;
			return match.replace(/\$\{([^}]*)\}/g, (_, inner: string) => `\${${renameInCode(inner, name, freeName)}}`);
		}
	);
}
