/** Checks that two languages of a challenge have the same headings, ids and numbers. */
import { diffArrays } from 'diff';
import { readSectionListItems, type OutlineSection } from './outline.ts';
import type { ContentProblem } from './problem.ts';

interface ComparedPart {
	path: string;
	line: number;
	text: string;
}

/**
 * Compares a second language with the first. Problems are reported as places in `other`; `first` is the language in which the author wrote.
 */
export function compareTranslations(first: OutlineSection, other: OutlineSection, file: string): ContentProblem[] {
	const expectedParts = partsOf(first, '');
	const foundParts = partsOf(other, '');
	const problems: ContentProblem[] = [];
	let [left, right] = [0, 0];
	for (const { added, removed, count } of diffArrays(pathsOf(expectedParts), pathsOf(foundParts))) {
		for (let index = 0; index < count; index++) {
			const here = foundParts[right];
			const there = expectedParts[left];
			if (added) problems.push(problem(file, here, `"${here?.path}" stands here and not in the other language`));
			// Report a missing part below the part that stands before it in the first language.
			else if (removed)
				problems.push(
					problem(file, foundParts[right - 1], `after this "${there?.path}" is missing, which the other language has`)
				);
			else if (here && there) problems.push(...compareNumbers(file, there, here));
			if (!removed) right++;
			if (!added) left++;
		}
	}
	return problems;
}

function compareNumbers(file: string, there: ComparedPart, here: ComparedPart): ContentProblem[] {
	const [wanted, given] = [there, here].map(({ text }) => numbersIn(text).join(' ') || 'none');
	if (wanted === given) return [];
	return [problem(file, here, `${here.path}: numbers are ${given}, in the other language ${wanted}`)];
}

function problem(file: string, part: ComparedPart | undefined, message: string): ContentProblem {
	return { file, line: part?.line ?? 1, message };
}

function pathsOf(parts: ComparedPart[]): string[] {
	return parts.map(({ path }) => path);
}

function partsOf(section: OutlineSection, above: string): ComparedPart[] {
	const path = above === '' || above === 'title' ? section.id : `${above} > ${section.id}`;
	const entries = section.sections.length === 0 ? readSectionListItems('', section) : { entries: [], problems: [] };
	const isList = entries.problems.length === 0 && entries.entries.length > 0;
	const own = { path, line: section.line, text: isList ? section.title : `${section.title}\n${section.body}` };
	const listParts = isList
		? entries.entries.map(({ id, text, line }) => ({ path: `${path} > ${id}`, line, text }))
		: [];
	return [own, ...listParts, ...section.sections.flatMap((part) => partsOf(part, path))];
}

/** Matches clock times such as `14:05` and `14 h 05`, which are not compared: a translation may say 2:05 pm. */
const CLOCK_TIME = /(?<![\d.,:])(?:[01]?\d|2[0-3])(?::|[ \u00a0\u202f]?h[ \u00a0\u202f]?)[0-5]\d(?![\d:]|[.,]\d)/g;

/** Returns the numbers without clock times, sorted, because languages order words differently. `1,5` equals `1.5`, and `1 000` equals `1,000`. */
export function numbersIn(text: string): string[] {
	const compared = text.replace(/https?:\/\/\S+/g, '').replace(CLOCK_TIME, '');
	return [...compared.matchAll(/\d+(?:[ \u00a0\u202f,]\d{3}(?!\d))*(?:[.,]\d+)?/g)]
		.map(([number]) => number.replace(/[ \u00a0\u202f,](?=\d{3}(?!\d))/g, '').replace(',', '.'))
		.sort();
}
