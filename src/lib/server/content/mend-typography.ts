import type { Language } from '#lib/domain/language.ts';

export const CODE_IN_TEXT_PATTERN = /`[^`]*`|https?:\/\/[^\s)]+|^#+ [\w-]+:(?= )|^- [A-Za-z][\w-]*:(?= )|\{\w+\}/g;
/** Values in straight quotes, which a teacher's exercise has in its sentences: `count("l'eau") renvoie 2`. */
const VALUE_IN_TEXT_PATTERN = /"(?:[^"\\]|\\.)*"|(?<![\p{L}\d])'(?:[^'\\]|\\.)*'/gu;
const CODE_OR_VALUE_PATTERN = new RegExp(`${CODE_IN_TEXT_PATTERN.source}|${VALUE_IN_TEXT_PATTERN.source}`, 'gu');
export const CODE_FENCE_PATTERN = /^\s*(```|~~~)/;
/** Replaces code in a text, so that a space before it does not disappear. */
export const CODE_PLACEHOLDER = '\uE000';

/** Corrects a text of a challenge. A point médian is left, because it needs another word. */
export const mendTypography = (text: string): string => mendOutsideCodeFences(text, CODE_IN_TEXT_PATTERN);

/** Corrects a French text of an exercise, whose values stay as the program has them. */
export const mendExerciseTypography = (text: string, language: Language): string =>
	language === 'fr' ? mendOutsideCodeFences(text, CODE_OR_VALUE_PATTERN) : text;

function mendOutsideCodeFences(text: string, code: RegExp): string {
	let isFenced = false;
	return text
		.split('\n')
		.map((row) => {
			if (CODE_FENCE_PATTERN.test(row)) isFenced = !isFenced;
			return isFenced ? row : mendTextLine(row, code);
		})
		.join('\n');
}

function mendTextLine(row: string, code: RegExp): string {
	const codeParts = row.match(code) ?? [];
	const mendedRow = row
		.replace(code, CODE_PLACEHOLDER)
		.replace(/([\p{L}\uE000])'(?=[\p{L}\uE000])/gu, '$1’')
		.replace(/([\p{L}\d)»%\uE000])([;?!:])(?=\s|$)/gu, '$1 $2')
		.replace(/«(?=\S)/g, '« ')
		.replace(/(?<=\S)»/g, ' »')
		.replace(/(?<=[\s\u00a0\u202f]) »/g, '»');
	let at = 0;
	return mendedRow.replace(/\uE000/g, () => codeParts[at++] ?? '');
}
