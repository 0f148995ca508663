/** Writes an exercise's texts into text.<language>.md, whose headings belong to the format, and reads them. */

const CODE_FENCE_PATTERN = /^\s*(`{3,}|~{3,})/;
/** Upper limit of characters of the sentence that introduces the exercise in lists. */
const LONGEST_FIRST_SENTENCE = 140;

/** Puts a backslash before lines that would be headings, so that they stay part of the teacher's text. */
export function escapeHeadings(text: string): string {
	return changeLinesOutsideFences(text, (row) => row.replace(/^(#{1,4}\s)/, '\\$1'));
}

export function unescapeHeadings(text: string): string {
	return changeLinesOutsideFences(text, (row) => row.replace(/^\\(#{1,4}\s)/, '$1'));
}

/** Closes a code block that a text leaves open, because the rest of the file would become code too. */
export function closeOpenCodeFence(text: string): string {
	let openFence = '';
	for (const row of text.split('\n')) {
		const [indentedFence = '', fence = ''] = CODE_FENCE_PATTERN.exec(row) ?? [];
		if (openFence === '') openFence = indentedFence;
		// A fence closes a block if it has the same sign as the opening fence and is at least as long.
		else if (fence.startsWith(openFence.trimStart())) openFence = '';
	}
	return openFence === '' ? text : `${text}\n${openFence}`;
}

export function findFirstPlainSentence(markdown: string): string {
	const firstPlainParagraph =
		markdown
			.split(/\n\s*\n/)
			.map(toPlainText)
			.find((part) => part !== '') ?? '';
	const [sentence = ''] = /^.*?[.!?…](?=\s|$)/.exec(firstPlainParagraph) ?? [firstPlainParagraph];
	if (sentence === '') return '…';
	return sentence.length <= LONGEST_FIRST_SENTENCE
		? sentence
		: `${sentence.slice(0, LONGEST_FIRST_SENTENCE - 1).trimEnd()}…`;
}

function toPlainText(part: string): string {
	return part
		.replace(/(```|~~~)[^]*?\1/g, '')
		.replace(/[`*_#>|\\]|~{3,}|!?\[|\]\([^)]*\)/g, '')
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

export function splitIntoSections(text: string): TextSection[] {
	const sections: TextSection[] = [];
	let isFenced = false;
	for (const row of text.split('\n')) {
		if (CODE_FENCE_PATTERN.test(row)) isFenced = !isFenced;
		const [, marks = '', heading = ''] = (isFenced ? null : /^(#{1,4})\s+(.+?)\s*$/.exec(row)) ?? [];
		if (marks === '') {
			const lastSection = sections.at(-1);
			if (lastSection) lastSection.body += `${row}\n`;
			continue;
		}
		const colonAt = marks.length === 1 ? -1 : heading.indexOf(':');
		const [id, title] = colonAt < 0 ? [heading, heading] : [heading.slice(0, colonAt), heading.slice(colonAt + 1)];
		sections.push({ level: marks.length, id: id.trim(), title: title.trim(), body: '' });
	}
	return sections;
}

function changeLinesOutsideFences(text: string, changeRow: (row: string) => string): string {
	let isFenced = false;
	return text
		.split('\n')
		.map((row) => {
			if (CODE_FENCE_PATTERN.test(row)) isFenced = !isFenced;
			return isFenced ? row : changeRow(row);
		})
		.join('\n');
}
