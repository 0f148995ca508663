import type { Language } from '#lib/domain/language.ts';
import { readExampleFiles } from '#lib/server/content/examples.ts';
import { SOLUTION_FOLDER } from '#lib/server/content/mutants.ts';
import { lineOfSection, type OutlineSection } from '#lib/server/content/outline.ts';
import type { PackedChallenge, ParsedChallenge } from '#lib/server/content/pack.ts';
import type { ContentProblem } from '#lib/server/content/content-problem.ts';
import { challengeTextPath } from '#lib/server/content/challenge-text.ts';
import { editDistance, nearestNames } from '#sandbox/compile/similar-names.ts';
import { CHALLENGE_MANIFEST_FILE } from '#lib/server/content/manifest.ts';

function findDuplicateNameProblems(read: ParsedChallenge, packed: PackedChallenge): ContentProblem[] {
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

function placeholderNamesOf(text: string): string[] {
	return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

function containsWholeWord(source: string, name: string): boolean {
	return new RegExp(`(?<![\\w$-])${name}(?![\\w$-])`).test(source);
}

function listNamesInSource(source: string): string[] {
	return [...new Set(source.match(/[A-Za-z][\w-]{2,}/g))];
}

const MAX_EDIT_DISTANCE = 2;

function suggestNearestName(written: string, names: readonly string[]): string {
	const [found] = nearestNames(written, names);
	const isNear = found !== undefined && editDistance(found, written) <= Math.min(MAX_EDIT_DISTANCE, written.length / 2);
	return isNear ? `; is it "${found}"?` : '';
}

const SCENE_FILE = /^(?:scene\.ts|scene\/.*\.ts)$/;
const LABEL_CALL_PATTERN = /\blabel\(\s*(['"`])([\w-]+)\1|\blabels\[\s*(['"`])([\w-]+)\3\s*\]/g;

/** Labels of a scene without code were checked when the scene was made. */
function findLabelProblems(
	{ files, scenePlace }: ParsedChallenge,
	{ challenge }: PackedChallenge,
	language: Language,
	root: OutlineSection
): ContentProblem[] {
	if (scenePlace !== undefined) return [];
	const sceneFiles = Object.entries(files).filter(([path]) => SCENE_FILE.test(path));
	const sceneSource = sceneFiles.map(([, text]) => text).join('\n');
	const { labels } = challenge.text[language];
	const textPath = challengeTextPath(language);
	const unwordedProblems = sceneFiles.flatMap(([path, text]) =>
		findLabelCalls(text)
			.filter(({ id }) => !Object.hasOwn(labels, id))
			.map(({ id, line }) => {
				const message = `"${id}" has no words: write "- ${id}: …" under "## labels" in ${textPath}${suggestNearestName(id, Object.keys(labels))}`;
				return { file: path, line, message };
			})
	);
	const misspeltProblems = Object.entries(labels).flatMap(([id, words]) =>
		placeholderNamesOf(words)
			.filter((name) => !containsWholeWord(sceneSource, name))
			.map((name) => {
				const message = `"{${name}}" under "## labels" is given by nothing in the scene${suggestNearestName(name, listNamesInSource(sceneSource))}`;
				return { file: textPath, line: lineOfSection(root, 'labels', id), message };
			})
	);
	return [...unwordedProblems, ...misspeltProblems];
}

function findLabelCalls(source: string): { id: string; line: number }[] {
	return [...source.matchAll(LABEL_CALL_PATTERN)].map((match) => ({
		id: match[2] ?? match[4] ?? '',
		line: source.slice(0, match.index).split('\n').length
	}));
}

const FAILURE_TEXT_PLACEHOLDERS = ['expected', 'received', 'given'];
const CHECK_FILE_PATTERN = /^(?:private\/)?checks\/[^/]+\.(?:ts|yaml)$/;

export function findNameProblems(read: ParsedChallenge, packed: PackedChallenge): ContentProblem[] {
	const { challenge } = packed;
	const textProblems = challenge.languages.flatMap((language) => {
		const root = read.outlines[language];
		if (root === undefined) return [];
		return [
			...findLabelProblems(read, packed, language, root),
			...findFailureTextProblems(read, packed, language, root)
		];
	});
	return [...textProblems, ...findDuplicateNameProblems(read, packed), ...findTranslationProblems(read, packed)];
}

/** Each sentence, and each placeholder in it, must belong to a check or to a property that checks compare. */
function findFailureTextProblems(
	{ files, titles }: ParsedChallenge,
	{ challenge }: PackedChallenge,
	language: Language,
	root: OutlineSection
): ContentProblem[] {
	// Examples are turned into check files first, because these name the parameters that short examples leave out.
	const exampleFiles = readExampleFiles(files, files[`${SOLUTION_FOLDER}main.ts`]).files;
	const checkSource = Object.entries({ ...files, ...exampleFiles })
		.filter(([path]) => CHECK_FILE_PATTERN.test(path))
		.map(([, text]) => text)
		.join('\n');
	const checkIds = titles.map(({ id }) => id);
	return Object.entries(challenge.text[language].failures ?? {}).flatMap(([id, sentence]) => {
		const place = { file: challengeTextPath(language), line: lineOfSection(root, 'failures', id) };
		if (!checkIds.includes(id) && !containsWholeWord(checkSource, id)) {
			const message = `"${id}" under "## failures" is no check and nothing that one compares${suggestNearestName(id, [...checkIds, ...listNamesInSource(checkSource)])}`;
			return [{ ...place, message }];
		}
		return placeholderNamesOf(sentence)
			.filter((name) => !FAILURE_TEXT_PLACEHOLDERS.includes(name) && !containsWholeWord(checkSource, name))
			.map((name) => {
				const message = `"{${name}}" under "## failures" is nothing that a check compares${suggestNearestName(name, [...FAILURE_TEXT_PLACEHOLDERS, ...listNamesInSource(checkSource)])}`;
				return { ...place, message };
			});
	});
}

function findTranslationProblems(
	{ files, outlines }: ParsedChallenge,
	{ challenge }: PackedChallenge
): ContentProblem[] {
	const { languages, text } = challenge;
	const languagesWithoutReader = (['fr', 'en'] as const).filter(
		(language) => files[challengeTextPath(language)] !== undefined && !languages.includes(language)
	);
	const problems: ContentProblem[] = languagesWithoutReader.map((language) => ({
		file: challengeTextPath(language),
		line: 1,
		message: `nobody reads it: add ${language} to "languages" in challenge.yaml, or remove the file`
	}));
	const root = outlines.en;
	const { role } = text.fr.person;
	// A single word, such as "chef", may be the same in both languages.
	if (languages.length > 1 && root && role.includes(' ') && role === text.en.person.role)
		problems.push({
			file: challengeTextPath('en'),
			line: lineOfSection(root, 'person', 'role'),
			message: `"${role}" stands in the French text too: write in English what this person does`
		});
	return problems;
}
