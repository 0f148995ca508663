/** Cuts text.<language>.md at its headings: `## steps`, `### predict: Read before you run`, `#### hint`. */
import type { ContentProblem } from './problem.ts';

export interface OutlineSection {
	/** Number of `#` before the heading. */
	level: number;
	/** The part of the heading before the colon: an id, the same in both languages. The first heading has the id `title`. */
	id: string;
	title: string;
	/** Line of the heading, counted from 1. */
	line: number;
	body: string;
	sections: OutlineSection[];
}

const HEADING_LINE = /^(#{1,4})\s+(.+?)\s*$/;
const FENCE_LINE = /^\s*(```|~~~)/;

export function readOutline(file: string, text: string): { root?: OutlineSection; problems: ContentProblem[] } {
	const problems: ContentProblem[] = [];
	const open: OutlineSection[] = [];
	let fenced = false;
	for (const [index, row] of text.split('\n').entries()) {
		if (FENCE_LINE.test(row)) fenced = !fenced;
		const heading = fenced ? null : HEADING_LINE.exec(row);
		if (!heading) {
			const current = open.at(-1);
			if (current) current.body += row + '\n';
			else if (row.trim() !== '')
				problems.push({ file, line: index + 1, message: 'the file begins with `# ` and a title' });
			continue;
		}
		const section = sectionOf(heading[1]?.length ?? 1, heading[2] ?? '', index + 1);
		while ((open.at(-1)?.level ?? 0) >= section.level && open.length > 1) open.pop();
		const parent = open.at(-1);
		if (parent === undefined ? section.level !== 1 : section.level !== parent.level + 1) {
			problems.push({ file, line: section.line, message: `a heading with ${section.level} # does not belong here` });
		}
		parent?.sections.push(section);
		open.push(section);
	}
	return { ...(open[0] && { root: open[0] }), problems };
}

function sectionOf(level: number, text: string, line: number): OutlineSection {
	const empty = { level, line, body: '', sections: [] };
	if (level === 1) return { ...empty, id: 'title', title: text };
	const colon = text.indexOf(':');
	if (colon < 0) return { ...empty, id: text, title: '' };
	return { ...empty, id: text.slice(0, colon).trim(), title: text.slice(colon + 1).trim() };
}

export function readSectionListItems(
	file: string,
	section: OutlineSection
): { entries: SectionListItem[]; problems: ContentProblem[] } {
	const entries: SectionListItem[] = [];
	const problems: ContentProblem[] = [];
	for (const [index, row] of section.body.split('\n').entries()) {
		if (row.trim() === '') continue;
		const line = section.line + 1 + index;
		const match = /^- ([A-Za-z][\w-]*): ?(.*)$/.exec(row);
		if (!match) problems.push({ file, line, message: `under "${section.id}" every line is "- id: text"` });
		else if (entries.some((entry) => entry.id === match[1])) {
			problems.push({ file, line, message: `"${match[1]}" stands twice under "${section.id}"` });
		} else entries.push({ id: match[1] ?? '', text: (match[2] ?? '').trim(), line });
	}
	return { entries, problems };
}

export interface SectionListItem {
	id: string;
	text: string;
	line: number;
}

/** Returns the line of a section, or of the entry `id` in it; when one is missing, the line of the nearest part that exists. */
export function lineOfSection(root: OutlineSection, section: string, id?: string): number {
	const match = root.sections.find((one) => one.id === section);
	if (match === undefined || id === undefined) return match?.line ?? root.line;
	const below =
		match.sections.find((one) => one.id === id) ?? readSectionListItems('', match).entries.find((one) => one.id === id);
	return below?.line ?? match.line;
}
