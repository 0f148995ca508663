/** Writes an exercise's texts into text.<language>.md, whose headings belong to the format, and reads them. */

const FENCE = /^\s*(```|~~~)/;
/** Upper limit of characters of the sentence that introduces the exercise in lists. */
const LONGEST_START = 140;

/** Puts a backslash before lines that would be headings, so that they stay part of the teacher's text. */
export function escapeHeadings(text: string): string {
	return outsideFences(text, (row) => row.replace(/^(#{1,4}\s)/, '\\$1'));
}

export function unescapeHeadings(text: string): string {
	return outsideFences(text, (row) => row.replace(/^\\(#{1,4}\s)/, '$1'));
}

/** Returns the first sentence of a text, without Markdown. */
export function firstPlainSentence(markdown: string): string {
	const plain =
		markdown
			.split(/\n\s*\n/)
			.map(plainText)
			.find((part) => part !== '') ?? '';
	const [sentence = ''] = /^.*?[.!?…](?=\s|$)/.exec(plain) ?? [plain];
	if (sentence === '') return '…';
	return sentence.length <= LONGEST_START ? sentence : `${sentence.slice(0, LONGEST_START - 1).trimEnd()}…`;
}

/** Removes Markdown from a paragraph, and the mark of a list at its beginning. */
function plainText(part: string): string {
	return part
		.replace(/```[^]*?```/g, '')
		.replace(/[`*_#>|\\]|!?\[|\]\([^)]*\)/g, '')
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/^(?:[-+]|\d+[.)])\s+/, '');
}

interface TextSection {
	level: number;
	id: string;
	title: string;
	body: string;
}

/** Cuts a text into sections at its headings. */
export function splitIntoSections(text: string): TextSection[] {
	const sections: TextSection[] = [];
	let isFenced = false;
	for (const row of text.split('\n')) {
		if (FENCE.test(row)) isFenced = !isFenced;
		const [, marks = '', heading = ''] = (isFenced ? null : /^(#{1,4})\s+(.+?)\s*$/.exec(row)) ?? [];
		if (marks === '') {
			const open = sections.at(-1);
			if (open) open.body += `${row}\n`;
			continue;
		}
		const colon = marks.length === 1 ? -1 : heading.indexOf(':');
		const [id, title] = colon < 0 ? [heading, heading] : [heading.slice(0, colon), heading.slice(colon + 1)];
		sections.push({ level: marks.length, id: id.trim(), title: title.trim(), body: '' });
	}
	return sections;
}

function outsideFences(text: string, change: (row: string) => string): string {
	let isFenced = false;
	return text
		.split('\n')
		.map((row) => {
			if (FENCE.test(row)) isFenced = !isFenced;
			return isFenced ? row : change(row);
		})
		.join('\n');
}
