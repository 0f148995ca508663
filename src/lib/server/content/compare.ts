/** Two languages of one challenge say the same: the same headings and ids in the same order, and under each the same numbers. */
import { readEntries, type Section } from './outline.ts';
import type { ContentProblem } from './problem.ts';

interface Part {
	path: string;
	line: number;
	text: string;
}

/** Problems stand in `other`: `first` is the language the author wrote in. */
export function compareTexts(first: Section, other: Section, file: string): ContentProblem[] {
	const expected = partsOf(first, '');
	const found = partsOf(other, '');
	const problems: ContentProblem[] = [];
	for (let index = 0; index < Math.max(expected.length, found.length); index++) {
		const left = expected[index];
		const right = found[index];
		if (left === undefined || right === undefined || left.path !== right.path) {
			const message = `here stands ${right?.path ?? 'nothing'}, in the other language ${left?.path ?? 'nothing'}`;
			return [...problems, { file, line: right?.line ?? found.at(-1)?.line ?? 1, message }];
		}
		const numbers = [numbersIn(left.text), numbersIn(right.text)].map((list) => list.join(' ') || 'none');
		if (numbers[0] !== numbers[1]) {
			const message = `${right.path}: numbers are ${numbers[1]}, in the other language ${numbers[0]}`;
			problems.push({ file, line: right.line, message });
		}
	}
	return problems;
}

function partsOf(section: Section, above: string): Part[] {
	const path = above === '' ? section.id : `${above} > ${section.id}`;
	const entries = section.sections.length === 0 ? readEntries('', section) : { entries: [], problems: [] };
	const isList = entries.problems.length === 0 && entries.entries.length > 0;
	const own = { path, line: section.line, text: isList ? section.title : `${section.title}\n${section.body}` };
	const listed = isList ? entries.entries.map(({ id, text, line }) => ({ path: `${path} > ${id}`, line, text })) : [];
	return [own, ...listed, ...section.sections.flatMap((part) => partsOf(part, path))];
}

/** Sorted, for languages order their words differently. `1,5` and `1.5`, `1 000` and `1,000` are the same number. */
export function numbersIn(text: string): string[] {
	return [...text.replace(/https?:\/\/\S+/g, '').matchAll(/\d+(?:[ \u00a0\u202f,]\d{3}(?!\d))*(?:[.,]\d+)?/g)]
		.map(([number]) => number.replace(/[ \u00a0\u202f,](?=\d{3}(?!\d))/g, '').replace(',', '.'))
		.sort();
}
