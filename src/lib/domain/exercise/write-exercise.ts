/** Writes an exercise as the folder of a small challenge. */
import { stringify } from 'yaml';
import type { Files } from '#sandbox/contract.ts';
import { formatExerciseChecks, groupExamples, readExerciseExamples } from './exercise-checks.ts';
import type { Exercise } from './exercise.ts';
import { writeExerciseScene } from './exercise-scene.ts';
import { closeOpenCodeFence, findFirstPlainSentence, escapeHeadings } from './markdown-sections.ts';
import { EXERCISE_FOLDER_TEXTS } from './folder-texts.ts';

/**
 * Writes the folder of an exercise. Fields that are still empty get a short placeholder, so that the lesson can be shown from the first
 * typed line on.
 */
export function writeExerciseFolder(exercise: Exercise): Files {
	const { language, start, solution } = exercise;
	const examples = readExerciseExamples(exercise);
	// Order the examples as their checks are, because the form reads them back in that order: the same rows then give the same
	// folder.
	const shownExamples = groupExamples(
		examples.filter(({ isHeldBack }) => !isHeldBack),
		language
	).flatMap((group) => group.examples);
	const scene = writeExerciseScene(shownExamples, solution, language);
	const checks = formatExerciseChecks(shownExamples, solution, language);
	const heldBackChecks = formatExerciseChecks(
		examples.filter(({ isHeldBack }) => isHeldBack),
		solution,
		language
	);
	return {
		'challenge.yaml': formatManifest(exercise, scene.sceneField),
		[`text.${language}.md`]: formatTextFile(exercise, scene.labels),
		[`teacher.${language}.md`]: formatTeacherFile(exercise),
		'start/common/main.ts': start,
		'private/solution/main.ts': solution,
		...(checks !== undefined && { 'checks/build.yaml': checks }),
		...(heldBackChecks !== undefined && { 'private/checks/build.yaml': heldBackChecks }),
		...scene.files
	};
}

function formatManifest({ id, version, language, piste, minutes }: Exercise, scene: object | undefined): string {
	const words = EXERCISE_FOLDER_TEXTS[language];
	const manifest = {
		format: 1,
		id,
		version,
		exercise: true,
		trade: 'school',
		piste,
		minutes,
		place: words.place,
		partner: null,
		reviewer: null,
		licence: 'CC-BY-SA-4.0',
		'data-origin': words.origin,
		languages: [language],
		sources: [{ what: words.source, model: words.model }],
		...(scene && { scene }),
		steps: [
			{ id: 'build', kind: 'build' },
			{ id: 'show', kind: 'show' }
		],
		programme: ['snt.programmation', 'nsi1.langage'],
		rubric: ['reads', 'writes', 'tries'].map((criterion) => ({
			id: criterion,
			levels: ['not-yet', 'with-help', 'alone']
		}))
	};
	return `${words.opening}\n${stringify(manifest, { lineWidth: 0, aliasDuplicateObjects: false })}`;
}

function formatTextFile({ language, title, brief, hints }: Exercise, labels: Record<string, string>): string {
	const words = EXERCISE_FOLDER_TEXTS[language];
	const heading = toOneLine(title) || words.untitled;
	const briefText = brief.trim() === '' ? words.noBrief : closeOpenCodeFence(brief.trim());
	return [
		`# ${heading}`,
		findFirstPlainSentence(briefText),
		'## steps',
		`### build: ${heading}`,
		escapeHeadings(briefText),
		...hints
			.filter((hint) => hint.trim() !== '')
			.flatMap((hint) => ['#### hint', escapeHeadings(closeOpenCodeFence(hint.trim()))]),
		`### show: ${words.showTitle}`,
		words.showText,
		'## labels',
		Object.entries(labels)
			.map(([id, label]) => `- ${id}: ${label}`)
			.join('\n'),
		'## sources',
		words.sources,
		''
	].join('\n\n');
}

function formatTeacherFile({ language, title }: Exercise): string {
	const words = EXERCISE_FOLDER_TEXTS[language];
	return [`# ${toOneLine(title) || words.untitled}`, words.sources, '## rubric', words.rubric].join('\n\n');
}

const toOneLine = (text: string): string => text.trim().replace(/\s+/g, ' ');
