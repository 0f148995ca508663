/** Finds names that occur twice where each must be unique. */
import type { Language } from '#lib/domain/language.ts';
import { CHALLENGE_MANIFEST_FILE } from '#lib/server/content/manifest.ts';
import { lineOfSection, type OutlineSection } from '#lib/server/content/outline.ts';
import type { PackedChallenge, ParsedChallenge } from '#lib/server/content/pack.ts';
import type { ContentProblem } from '#lib/server/content/content-problem.ts';
import { challengeTextPath } from '#lib/server/content/challenge-text.ts';

export function findDuplicateNameProblems(read: ParsedChallenge, packed: PackedChallenge): ContentProblem[] {
	const { challenge } = packed;
	const duplicateTitleProblems = challenge.languages.flatMap((language) => {
		const root = read.outlines[language];
		return root ? findDuplicateTitles(packed, language, root) : [];
	});
	return [...findDuplicateIds(read, packed), ...duplicateTitleProblems];
}

function findDuplicateIds(
	read: ParsedChallenge,
	{ challenge, privatePart: hidden }: PackedChallenge
): ContentProblem[] {
	const { decision, steps } = challenge;
	const idLists: { ids: string[]; what: string; path: (string | number)[] }[] = [
		{ ids: decision.options, what: 'options', path: ['decision', 'options'] },
		{ ids: decision.another.map(({ id }) => id), what: 'values', path: ['decision', 'another'] },
		{ ids: rubricCriterionIdsOf(hidden), what: 'criteria', path: ['rubric'] },
		...steps.map((step, index) => ({
			ids: (step.kind === 'tune' ? step.values : step.kind === 'discover' ? (step.hand ?? []) : []).map(({ id }) => id),
			what: 'values',
			path: ['steps', index]
		}))
	];
	return idLists.flatMap(({ ids, what, path }) =>
		findRepeatedNames(ids).map((id) => ({
			file: CHALLENGE_MANIFEST_FILE,
			line: read.lineOf(path),
			message: `two ${what} are called "${id}": rename one`
		}))
	);
}

/** Finds equal titles that a student would see side by side. */
function findDuplicateTitles(
	{ challenge }: PackedChallenge,
	language: Language,
	root: OutlineSection
): ContentProblem[] {
	const { options, figures, steps, checks } = challenge.text[language];
	const titlesOf = (by: Record<string, { title: string }>) =>
		Object.fromEntries(Object.entries(by).map(([id, { title }]) => [id, title]));
	const titlesBySection: [section: string, titles: Record<string, string>][] = [
		['options', titlesOf(options)],
		['steps', titlesOf(steps)],
		['figures', figures],
		['checks', checks]
	];
	return titlesBySection.flatMap(([section, titles]) =>
		findRepeatedNames(Object.values(titles)).map((title) => {
			const [first, second = first] = Object.keys(titles).filter((id) => titles[id] === title);
			const message = `"${first}" and "${second}" are both called "${title}": a student cannot tell them apart`;
			return { file: challengeTextPath(language), line: lineOfSection(root, section, second), message };
		})
	);
}

function rubricCriterionIdsOf({ teacher }: PackedChallenge['privatePart']): string[] {
	return teacher.fr.rubric.map(({ id }) => id);
}

function findRepeatedNames(names: string[]): string[] {
	return [...new Set(names.filter((name, index) => names.indexOf(name) < index))];
}
