import { diffArrays } from 'diff';
import { readSectionListItems, type OutlineSection } from './outline.ts';
import type { ContentProblem, ContentPlace } from './content-problem.ts';
import * as v from 'valibot';
import { LANGUAGES, type Language } from '#lib/domain/language.ts';

const sentenceLineSchema = v.pipe(v.string(), v.trim(), v.minLength(1, 'is empty'));
export const sentenceSchema = v.union(
	[sentenceLineSchema, v.record(v.picklist(LANGUAGES), sentenceLineSchema)],
	'a sentence, or one by language'
);
export type TranslatableSentence = v.InferOutput<typeof sentenceSchema>;

export function pickSentence(sentence: TranslatableSentence, language: Language): string {
	return typeof sentence === 'string' ? sentence : (sentence[language] ?? '');
}

export function findSentenceProblems(
	{ because, place }: { because: TranslatableSentence; place: ContentPlace },
	languages: readonly Language[]
): ContentProblem[] {
	if (typeof because === 'string')
		return languages.length === 1
			? []
			: [{ ...place, message: `because: write it by language, { ${languages.join(': …, ')}: … }` }];
	const missingLanguages = languages.filter((language) => because[language] === undefined);
	if (missingLanguages.length > 0)
		return [{ ...place, message: `because.${missingLanguages.join(', because.')}: is missing` }];
	const numbersByLanguage = languages.map((language) => findNumbersIn(because[language] ?? '').join(' ') || 'none');
	return new Set(numbersByLanguage).size < 2
		? []
		: [
				{
					...place,
					message: `because: numbers are ${numbersByLanguage[1]}, in the other language ${numbersByLanguage[0]}`
				}
			];
}

interface ComparedTextPart {
	path: string;
	line: number;
	text: string;
}

/** `firstRoot` is the text in the author's language; problems are reported at places in `otherRoot`. */
export function compareTranslations(
	firstRoot: OutlineSection,
	otherRoot: OutlineSection,
	file: string
): ContentProblem[] {
	const expectedParts = listTextParts(firstRoot, '');
	const foundParts = listTextParts(otherRoot, '');
	const problems: ContentProblem[] = [];
	let [left, right] = [0, 0];
	for (const { added, removed, count } of diffArrays(pathsOfTextParts(expectedParts), pathsOfTextParts(foundParts))) {
		for (let index = 0; index < count; index++) {
			const foundPart = foundParts[right];
			const expectedPart = expectedParts[left];
			if (added)
				problems.push(
					createProblemAtPart(file, foundPart, `"${foundPart?.path}" stands here and not in the other language`)
				);
			// Report a missing part at the part after which it stands in the first language.
			else if (removed)
				problems.push(
					createProblemAtPart(
						file,
						foundParts[right - 1],
						`after this "${expectedPart?.path}" is missing, which the other language has`
					)
				);
			else if (foundPart && expectedPart) problems.push(...compareNumbers(file, expectedPart, foundPart));
			if (!removed) right++;
			if (!added) left++;
		}
	}
	return problems;
}

function compareNumbers(file: string, expectedPart: ComparedTextPart, foundPart: ComparedTextPart): ContentProblem[] {
	const [wanted, given] = [expectedPart, foundPart].map(({ text }) => findNumbersIn(text).join(' ') || 'none');
	if (wanted === given) return [];
	return [
		createProblemAtPart(file, foundPart, `${foundPart.path}: numbers are ${given}, in the other language ${wanted}`)
	];
}

function createProblemAtPart(file: string, part: ComparedTextPart | undefined, message: string): ContentProblem {
	return { file, line: part?.line ?? 1, message };
}

function pathsOfTextParts(parts: ComparedTextPart[]): string[] {
	return parts.map(({ path }) => path);
}

function listTextParts(section: OutlineSection, parentPath: string): ComparedTextPart[] {
	const path = parentPath === '' || parentPath === 'title' ? section.id : `${parentPath} > ${section.id}`;
	const entries = section.sections.length === 0 ? readSectionListItems('', section) : { entries: [], problems: [] };
	const isList = entries.problems.length === 0 && entries.entries.length > 0;
	const ownPart = { path, line: section.line, text: isList ? section.title : `${section.title}\n${section.body}` };
	const listParts = isList
		? entries.entries.map(({ id, text, line }) => ({ path: `${path} > ${id}`, line, text }))
		: [];
	return [ownPart, ...listParts, ...section.sections.flatMap((part) => listTextParts(part, path))];
}

/** Matches clock times such as `14:05` and `14 h 05`, which are not compared: a translation may say 2:05 pm. */
const CLOCK_TIME_PATTERN =
	/(?<![\d.,:])(?:[01]?\d|2[0-3])(?::|[ \u00a0\u202f]?h[ \u00a0\u202f]?)[0-5]\d(?![\d:]|[.,]\d)/g;

/** Returns the numbers without clock times, sorted, because languages order words differently. `1,5` equals `1.5`, and `1 000` equals `1,000`. */
export function findNumbersIn(text: string): string[] {
	const textWithoutTimes = text.replace(/https?:\/\/\S+/g, '').replace(CLOCK_TIME_PATTERN, '');
	return [...textWithoutTimes.matchAll(/\d+(?:[ \u00a0\u202f,]\d{3}(?!\d))*(?:[.,]\d+)?/g)]
		.map(([number]) => number.replace(/[ \u00a0\u202f,](?=\d{3}(?!\d))/g, '').replace(',', '.'))
		.sort();
}
