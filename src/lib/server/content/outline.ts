/** Cuts text.<language>.md at its headings: `## steps`, `### predict: Read before you run`, `#### hint`. */
import type { ContentProblem } from './content-problem.ts';

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

export function readHeadingOutline(file: string, text: string): { root?: OutlineSection; problems: ContentProblem[] } {
	const problems: ContentProblem[] = [];
	const openSections: OutlineSection[] = [];
	let isFenced = false;
	for (const [index, row] of text.split('\n').entries()) {
		if (FENCE_LINE.test(row)) isFenced = !isFenced;
		const heading = isFenced ? null : HEADING_LINE.exec(row);
		if (!heading) {
			const currentSection = openSections.at(-1);
			if (currentSection) currentSection.body += row + '\n';
			else if (row.trim() !== '')
				problems.push({ file, line: index + 1, message: 'the file begins with `# ` and a title' });
			continue;
		}
		const section = createSection(heading[1]?.length ?? 1, heading[2] ?? '', index + 1);
		while ((openSections.at(-1)?.level ?? 0) >= section.level && openSections.length > 1) openSections.pop();
		const parent = openSections.at(-1);
		if (parent === undefined ? section.level !== 1 : section.level !== parent.level + 1) {
			problems.push({ file, line: section.line, message: `a heading with ${section.level} # does not belong here` });
		}
		parent?.sections.push(section);
		openSections.push(section);
	}
	return { ...(openSections[0] && { root: openSections[0] }), problems };
}

function createSection(level: number, text: string, line: number): OutlineSection {
	const emptySection = { level, line, body: '', sections: [] };
	if (level === 1) return { ...emptySection, id: 'title', title: text };
	const colonIndex = text.indexOf(':');
	if (colonIndex < 0) return { ...emptySection, id: text, title: '' };
	return { ...emptySection, id: text.slice(0, colonIndex).trim(), title: text.slice(colonIndex + 1).trim() };
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

/** When the entry or the section is missing, the line of the part around it. */
export function lineOfSection(root: OutlineSection, section: string, id?: string): number {
	const match = root.sections.find((one) => one.id === section);
	if (match === undefined || id === undefined) return match?.line ?? root.line;
	const innerPart =
		match.sections.find((one) => one.id === id) ?? readSectionListItems('', match).entries.find((one) => one.id === id);
	return innerPart?.line ?? match.line;
}
