/** Checks the names in texts: unknown labels and placeholders, duplicate names, words in one language only. */
import type { Language } from '#lib/domain/language.ts';
import { readExampleFiles } from '#lib/server/content/examples.ts';
import { SOLUTION_FOLDER } from '#lib/server/content/mutants.ts';
import { lineOfSection, type OutlineSection } from '#lib/server/content/outline.ts';
import type { PackedChallenge, ParsedChallenge } from '#lib/server/content/pack.ts';
import type { ContentProblem } from '#lib/server/content/content-problem.ts';
import { challengeTextPath } from '#lib/server/content/challenge-text.ts';
import { findDuplicateNameProblems } from './duplicate-names.ts';
import { findLabelProblems } from './label-problems.ts';
import { containsWholeWord, suggestNearestName, placeholderNamesOf, listNamesInSource } from './near-names.ts';

/** Placeholders that the sentence of every failed check may use. */
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

/**
 * Reports wrong names under `## failures`: each sentence there, and each placeholder in it, must belong to a check or to a
 * property that checks compare.
 */
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

/** Reports a text in a language that the challenge does not have, and a role that was not translated. */
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
