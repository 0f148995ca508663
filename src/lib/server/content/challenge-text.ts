import type { ChallengeText } from '#lib/domain/challenge.ts';
import type { Language } from '#lib/domain/language.ts';
import { findDroppedHtml, markdownToHtml, typesetText } from './markdown.ts';
import { readSectionListItems, readHeadingOutline, type SectionListItem, type OutlineSection } from './outline.ts';
import { createDroppedHtmlProblems, type ContentProblem } from './content-problem.ts';

/** Sections that text.<language>.md may have, in any order; `options` belongs to the decision. */
const ALLOWED_TEXT_SECTIONS = [
	...['person', 'brief', 'steps', 'decision', 'options'],
	...['values', 'figures', 'checks', 'failures', 'held', 'ask', 'labels', 'sources']
];

const NEEDED_CHALLENGE_SECTIONS = ['brief', 'steps', 'decision', 'options', 'figures', 'sources'];
const NEEDED_EXERCISE_SECTIONS = ['steps', 'sources'];

/** The kind of challenge that a text belongs to: an exercise has neither a person with a problem nor a decision. */
export interface ChallengeTextKind {
	isExercise?: boolean;
}

export interface ParsedChallengeText {
	text: ChallengeText;
	root: OutlineSection;
	problems: ContentProblem[];
}

export function challengeTextPath(language: Language): string {
	return `text.${language}.md`;
}

export function readChallengeText(
	language: Language,
	source: string,
	kind: ChallengeTextKind = {}
): ParsedChallengeText {
	const file = challengeTextPath(language);
	const outline = readHeadingOutline(file, source);
	const root = outline.root ?? { level: 1, id: 'title', title: '', line: 1, body: '', sections: [] };
	const reader = new ChallengeTextReader(file, language, root, kind);
	const text = reader.read();
	return { text, root, problems: [...outline.problems, ...reader.problems] };
}

class ChallengeTextReader {
	readonly problems: ContentProblem[] = [];
	readonly #file: string;
	readonly #language: Language;
	readonly #root: OutlineSection;
	readonly #isExercise: boolean;

	constructor(file: string, language: Language, root: OutlineSection, { isExercise = false }: ChallengeTextKind) {
		this.#file = file;
		this.#language = language;
		this.#root = root;
		this.#isExercise = isExercise;
	}

	read(): ChallengeText {
		const root = this.#root;
		for (const section of root.sections) {
			if (!ALLOWED_TEXT_SECTIONS.includes(section.id))
				this.#addProblem(section.line, `"## ${section.id}" is not one of ${ALLOWED_TEXT_SECTIONS.join(', ')}`);
		}
		const neededSections = this.#isExercise ? NEEDED_EXERCISE_SECTIONS : NEEDED_CHALLENGE_SECTIONS;
		for (const id of neededSections) if (!this.#findSection(id)) this.#addProblem(root.line, `"## ${id}" is missing`);
		const decision = this.#findSection('decision');
		const summary = this.#typesetLine(root.body);
		if (root.title === '') this.#addProblem(1, 'the title is missing');
		if (summary === '') this.#addProblem(root.line, 'a sentence that says who has the problem belongs under the title');
		const ask = this.#findSection('ask');
		const failures = this.#findSection('failures') && this.#readPlainEntries('failures');
		return {
			title: this.#typesetLine(root.title),
			summary,
			person: this.#readPerson(),
			brief: this.#renderHtml(this.#findSection('brief')),
			steps: Object.fromEntries(this.#listSubsections('steps').map((section) => [section.id, this.#readStep(section)])),
			options: Object.fromEntries(
				this.#listSubsections('options').map((section) => {
					return [section.id, { title: this.#readTitle(section), body: this.#renderHtml(section) }];
				})
			),
			decision: { question: decision ? this.#readTitle(decision) : '', body: this.#renderHtml(decision) },
			figures: this.#readPlainEntries('figures'),
			values: Object.fromEntries(this.#readEntries('values').map((entry) => [entry.id, this.#readValueLabel(entry)])),
			checks: this.#readPlainEntries('checks'),
			...(failures && { failures }),
			held: this.#readPlainEntries('held'),
			...(ask && { ask: this.#renderHtml(ask) }),
			labels: this.#readPlainEntries('labels'),
			sources: this.#renderHtml(this.#findSection('sources'))
		};
	}

	#readStep(section: OutlineSection): ChallengeText['steps'][string] {
		const hints: string[] = [];
		let doneHtml: string | undefined;
		for (const part of section.sections) {
			if (part.id === 'hint') hints.push(this.#renderHtml(part));
			else if (part.id === 'done' && doneHtml === undefined) doneHtml = this.#renderHtml(part);
			else this.#addProblem(part.line, `under a step stand "#### hint" and one "#### done", not "${part.id}"`);
		}
		return {
			title: this.#readTitle(section),
			task: this.#renderHtml(section),
			...(doneHtml !== undefined && { done: doneHtml }),
			hints
		};
	}

	#readPerson(): { name: string; role: string } {
		if (this.#isExercise && !this.#findSection('person')) return { name: '', role: '' };
		const { name, role, ...rest } = this.#readPlainEntries('person');
		const line = this.#findSection('person')?.line ?? 1;
		if (!name || !role || Object.keys(rest).length > 0)
			this.#addProblem(line, 'a person has "- name: …" and "- role: …"');
		return { name: name ?? '', role: role ?? '' };
	}

	#readValueLabel({ text, line }: SectionListItem): { label: string; unit: string } {
		const [label, unit, ...rest] = text.split('|').map((part) => this.#typesetLine(part));
		if (!label || unit === undefined || rest.length > 0) this.#addProblem(line, 'a value is "- id: label | unit"');
		return { label: label ?? '', unit: unit ?? '' };
	}

	#readPlainEntries(id: string): Record<string, string> {
		return Object.fromEntries(this.#readEntries(id).map((entry) => [entry.id, this.#typesetLine(entry.text)]));
	}

	#readEntries(id: string): SectionListItem[] {
		const section = this.#findSection(id);
		if (!section) return [];
		const { entries, problems } = readSectionListItems(this.#file, section);
		this.problems.push(...problems);
		return entries;
	}

	#listSubsections(id: string): OutlineSection[] {
		const sections = this.#findSection(id)?.sections ?? [];
		for (const [index, section] of sections.entries()) {
			const isRepeated = sections.findIndex((other) => other.id === section.id) < index;
			if (isRepeated) this.#addProblem(section.line, `"${section.id}" stands twice under "${id}"`);
		}
		return sections;
	}

	#findSection(id: string): OutlineSection | undefined {
		return this.#root.sections.find((section) => section.id === id);
	}

	#readTitle(section: OutlineSection): string {
		if (section.title === '') this.#addProblem(section.line, `"${section.id}" needs a title: "${section.id}: …"`);
		return this.#typesetLine(section.title);
	}

	#renderHtml(section: OutlineSection | undefined): string {
		if (section === undefined) return '';
		this.problems.push(...createDroppedHtmlProblems(this.#file, section.line, findDroppedHtml(section.body)));
		return markdownToHtml(section.body, this.#language);
	}

	#typesetLine(text: string): string {
		return typesetText(text.trim().replace(/\s+/g, ' '), this.#language);
	}

	#addProblem(line: number, message: string): void {
		this.problems.push({ file: this.#file, line, message });
	}
}
