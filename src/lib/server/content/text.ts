/** Parses text.<language>.md into a challenge's texts; missing-parts.ts checks which ids they must have. */
import type { ChallengeText } from '#lib/domain/challenge.ts';
import type { Language } from '#lib/domain/language.ts';
import { findDroppedHtml, markdownToHtml, typesetText } from './markdown.ts';
import { readSectionListItems, readOutline, type SectionListItem, type OutlineSection } from './outline.ts';
import { droppedHtmlProblems, type ContentProblem } from './problem.ts';

/** Sections that a text may have, in any order; `options` belongs to the decision. */
const TEXT_SECTIONS = [
	...['person', 'brief', 'steps', 'decision', 'options'],
	...['values', 'figures', 'checks', 'failures', 'held', 'ask', 'labels', 'sources']
];

/** Sections that a challenge must have. */
const NEEDED_SECTIONS = ['brief', 'steps', 'decision', 'options', 'figures', 'sources'];
const NEEDED_IN_EXERCISE = ['steps', 'sources'];

/** Which sections a text must have: an exercise has neither a person with a problem nor a decision. */
export interface TextKind {
	isExercise?: boolean;
}

export interface ReadText {
	text: ChallengeText;
	root: OutlineSection;
	problems: ContentProblem[];
}

export function challengeTextPath(language: Language): string {
	return `text.${language}.md`;
}

export function readChallengeText(language: Language, source: string, kind: TextKind = {}): ReadText {
	const file = challengeTextPath(language);
	const outline = readOutline(file, source);
	const root = outline.root ?? { level: 1, id: 'title', title: '', line: 1, body: '', sections: [] };
	const reader = new TextReader(file, language, root, kind);
	const text = reader.read();
	return { text, root, problems: [...outline.problems, ...reader.problems] };
}

class TextReader {
	readonly problems: ContentProblem[] = [];
	readonly #file: string;
	readonly #language: Language;
	readonly #root: OutlineSection;
	readonly #isExercise: boolean;

	constructor(file: string, language: Language, root: OutlineSection, { isExercise = false }: TextKind) {
		this.#file = file;
		this.#language = language;
		this.#root = root;
		this.#isExercise = isExercise;
	}

	read(): ChallengeText {
		const root = this.#root;
		for (const section of root.sections) {
			if (!TEXT_SECTIONS.includes(section.id))
				this.#problem(section.line, `"## ${section.id}" is not one of ${TEXT_SECTIONS.join(', ')}`);
		}
		const needed = this.#isExercise ? NEEDED_IN_EXERCISE : NEEDED_SECTIONS;
		for (const id of needed) if (!this.#section(id)) this.#problem(root.line, `"## ${id}" is missing`);
		const decision = this.#section('decision');
		const summary = this.#plain(root.body);
		if (root.title === '') this.#problem(1, 'the title is missing');
		if (summary === '') this.#problem(root.line, 'a sentence that says who has the problem belongs under the title');
		const ask = this.#section('ask');
		const failures = this.#section('failures') && this.#plainEntries('failures');
		return {
			title: this.#plain(root.title),
			summary,
			person: this.#person(),
			brief: this.#html(this.#section('brief')),
			steps: Object.fromEntries(this.#sections('steps').map((section) => [section.id, this.#step(section)])),
			options: Object.fromEntries(
				this.#sections('options').map((section) => {
					return [section.id, { title: this.#title(section), body: this.#html(section) }];
				})
			),
			decision: { question: decision ? this.#title(decision) : '', body: this.#html(decision) },
			figures: this.#plainEntries('figures'),
			values: Object.fromEntries(this.#entries('values').map((entry) => [entry.id, this.#value(entry)])),
			checks: this.#plainEntries('checks'),
			...(failures && { failures }),
			held: this.#plainEntries('held'),
			...(ask && { ask: this.#html(ask) }),
			labels: this.#plainEntries('labels'),
			sources: this.#html(this.#section('sources'))
		};
	}

	#step(section: OutlineSection): ChallengeText['steps'][string] {
		const hints: string[] = [];
		let done: string | undefined;
		for (const part of section.sections) {
			if (part.id === 'hint') hints.push(this.#html(part));
			else if (part.id === 'done' && done === undefined) done = this.#html(part);
			else this.#problem(part.line, `under a step stand "#### hint" and one "#### done", not "${part.id}"`);
		}
		return { title: this.#title(section), task: this.#html(section), ...(done !== undefined && { done }), hints };
	}

	#person(): { name: string; role: string } {
		if (this.#isExercise && !this.#section('person')) return { name: '', role: '' };
		const { name, role, ...rest } = this.#plainEntries('person');
		const line = this.#section('person')?.line ?? 1;
		if (!name || !role || Object.keys(rest).length > 0) this.#problem(line, 'a person has "- name: …" and "- role: …"');
		return { name: name ?? '', role: role ?? '' };
	}

	#value({ text, line }: SectionListItem): { label: string; unit: string } {
		const [label, unit, ...rest] = text.split('|').map((part) => this.#plain(part));
		if (!label || unit === undefined || rest.length > 0) this.#problem(line, 'a value is "- id: label | unit"');
		return { label: label ?? '', unit: unit ?? '' };
	}

	#plainEntries(id: string): Record<string, string> {
		return Object.fromEntries(this.#entries(id).map((entry) => [entry.id, this.#plain(entry.text)]));
	}

	#entries(id: string): SectionListItem[] {
		const section = this.#section(id);
		if (!section) return [];
		const { entries, problems } = readSectionListItems(this.#file, section);
		this.problems.push(...problems);
		return entries;
	}

	#sections(id: string): OutlineSection[] {
		const sections = this.#section(id)?.sections ?? [];
		for (const [index, section] of sections.entries()) {
			const twice = sections.findIndex((other) => other.id === section.id) < index;
			if (twice) this.#problem(section.line, `"${section.id}" stands twice under "${id}"`);
		}
		return sections;
	}

	#section(id: string): OutlineSection | undefined {
		return this.#root.sections.find((section) => section.id === id);
	}

	#title(section: OutlineSection): string {
		if (section.title === '') this.#problem(section.line, `"${section.id}" needs a title: "${section.id}: …"`);
		return this.#plain(section.title);
	}

	#html(section: OutlineSection | undefined): string {
		if (section === undefined) return '';
		this.problems.push(...droppedHtmlProblems(this.#file, section.line, findDroppedHtml(section.body)));
		return markdownToHtml(section.body, this.#language);
	}

	#plain(text: string): string {
		return typesetText(text.trim().replace(/\s+/g, ' '), this.#language);
	}

	#problem(line: number, message: string): void {
		this.problems.push({ file: this.#file, line, message });
	}
}
