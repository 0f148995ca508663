import type { Files } from '#sandbox/contract.ts';
import { LANGUAGES, type Language } from '#lib/domain/language.ts';
import { compareTranslations } from './compare-translations.ts';
import type { Manifest } from './manifest.ts';
import { mendExerciseTypography } from './mend-typography.ts';
import type { OutlineSection } from './outline.ts';
import type { ContentProblem } from './content-problem.ts';
import { readTeacherText, teacherTextPath } from './teacher-text.ts';
import {
	readChallengeText,
	challengeTextPath,
	type ParsedChallengeText,
	type ChallengeTextKind
} from './challenge-text.ts';

/** For a challenge in one language, both get the value of that language, which `languages` names. */
export function makeForManifestLanguages<Value>(
	manifest: Manifest,
	of: (language: Language) => Value
): Record<Language, Value> {
	const firstLanguage = manifest.languages[0] ?? 'fr';
	const languagePairs = LANGUAGES.map(
		(language) => [language, manifest.languages.includes(language) ? language : firstLanguage] as const
	);
	const [fr, en] = languagePairs.map(([, language]) => of(language)) as [Value, Value];
	return { fr, en };
}

export function readChallengeTexts(languages: readonly Language[], files: Files, kind: ChallengeTextKind = {}) {
	const texts: Partial<Record<Language, ParsedChallengeText>> = {};
	const outlines: Partial<Record<Language, OutlineSection>> = {};
	const problems: ContentProblem[] = [];
	for (const language of languages) {
		const file = challengeTextPath(language);
		const source = files[file];
		if (source === undefined) {
			problems.push({ file, line: 1, message: 'is missing' });
			continue;
		}
		const text = readChallengeText(language, kind.isExercise ? mendExerciseTypography(source, language) : source, kind);
		texts[language] = text;
		outlines[language] = text.root;
		problems.push(...text.problems);
	}
	const [first, ...others] = languages.map((language) => ({ language, root: outlines[language] }));
	for (const { language, root } of others) {
		if (first?.root && root) problems.push(...compareTranslations(first.root, root, challengeTextPath(language)));
	}
	return { read: texts, outlines, problems };
}

export function readTeacherTexts(manifest: Manifest, files: Files) {
	const problems: ContentProblem[] = [];
	const documents = manifest.languages.map((language) => {
		const file = teacherTextPath(language);
		const source = files[file];
		const text = source ?? '';
		const mendedText = manifest.exercise ? mendExerciseTypography(text, language) : text;
		const readResult = readTeacherText(language, mendedText, manifest);
		problems.push(...(source === undefined ? [{ file, line: 1, message: 'is missing' }] : readResult.problems));
		return { language, isPresent: source !== undefined, ...readResult };
	});
	const [first, ...others] = documents.filter(({ isPresent }) => isPresent);
	for (const { language, root } of others) {
		if (first) problems.push(...compareTranslations(first.root, root, teacherTextPath(language)));
	}
	const texts = makeForManifestLanguages(manifest, (language) => {
		return (documents.find((one) => one.language === language) ?? readTeacherText(language, '', { rubric: [] })).text;
	});
	return { texts, problems };
}
