/** Checks a scene's labels: each has words, and the scene passes each value named in braces. */
import type { Language } from '#lib/domain/language.ts';
import { lineOfSection, type OutlineSection } from '#lib/server/content/outline.ts';
import type { PackedChallenge, ParsedChallenge } from '#lib/server/content/pack.ts';
import type { ContentProblem } from '#lib/server/content/content-problem.ts';
import { challengeTextPath } from '#lib/server/content/challenge-text.ts';
import { containsWholeWord, suggestNearestName, placeholderNamesOf, listNamesInSource } from './near-names.ts';

const SCENE_FILE = /^(?:scene\.ts|scene\/.*\.ts)$/;
const LABEL_CALL_PATTERN = /\blabel\(\s*(['"`])([\w-]+)\1|\blabels\[\s*(['"`])([\w-]+)\3\s*\]/g;

/** Reports problems of labels. Labels of a scene without code were checked when the scene was made. */
export function findLabelProblems(
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
