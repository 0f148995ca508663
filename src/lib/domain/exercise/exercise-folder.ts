import * as v from 'valibot';
import { parse, stringify } from 'yaml';
import type { Files } from '#sandbox/contract.ts';
import { PISTES } from '../challenge.ts';
import { LANGUAGES, type Language } from '../language.ts';
import {
	writeDefaultExampleSentence,
	formatExerciseChecks,
	groupExamples,
	readExerciseExamples
} from './exercise-checks.ts';
import { type Exercise, type ExerciseExample, isExampleJsonValue, type ExampleJsonValue } from './exercise.ts';
import {
	splitIntoSections,
	unescapeHeadings,
	closeOpenCodeFence,
	findFirstPlainSentence,
	escapeHeadings
} from './markdown-sections.ts';
import { formatExampleCell, formatExampleCells } from './example-values.ts';
import { EXERCISE_FOLDER_TEXTS } from './folder-texts.ts';
import { writeExerciseScene } from './exercise-scene.ts';

const manifestSchema = v.object({
	id: v.string(),
	version: v.string(),
	exercise: v.literal(true),
	piste: v.picklist(PISTES),
	minutes: v.number(),
	languages: v.tuple([v.picklist(LANGUAGES)]),
	steps: v.tuple([v.object({ kind: v.literal('build') }), v.object({ kind: v.literal('show') })])
});
const exampleValueSchema = v.custom<ExampleJsonValue>(isExampleJsonValue);
const checksSchema = v.array(
	v.object({
		because: v.optional(v.string(), ''),
		function: v.string(),
		examples: v.array(
			v.object({
				given: v.union([v.array(exampleValueSchema), v.record(v.string(), exampleValueSchema)]),
				returns: exampleValueSchema
			})
		)
	})
);

/** Reads an exercise; undefined for a folder that holds more than the form can show, which opens as a whole challenge. */
export function readExercise(files: Files): Exercise | undefined {
	const manifest = parseYamlWithSchema(manifestSchema, files['challenge.yaml']);
	if (manifest === undefined) return undefined;
	const {
		languages: [language],
		...card
	} = manifest;
	const examples = [
		...readExamples(files['checks/build.yaml'], language, false),
		...readExamples(files['private/checks/build.yaml'], language, true)
	];
	const sections = splitIntoSections(files[`text.${language}.md`] ?? '');
	const buildAt = sections.findIndex(({ level, id }) => level === 3 && id === 'build');
	const endOfBuild = sections.findIndex(({ level }, index) => index > buildAt && level <= 3);
	const [step, ...parts] = buildAt < 0 ? [] : sections.slice(buildAt, endOfBuild < 0 ? undefined : endOfBuild);
	const words = EXERCISE_FOLDER_TEXTS[language];
	const title = sections[0]?.title ?? '';
	const brief = unescapeHeadings(step?.body.trim() ?? '');
	return {
		...{ id: card.id, version: card.version, piste: card.piste, minutes: card.minutes, language },
		title: title === words.untitled ? '' : title,
		brief: brief === words.noBrief ? '' : brief,
		start: files['start/common/main.ts'] ?? '',
		solution: files['private/solution/main.ts'] ?? '',
		examples,
		hints: parts.filter(({ id }) => id === 'hint').map(({ body }) => unescapeHeadings(body.trim()))
	};
}

function readExamples(text: string | undefined, language: Language, isHeldBack: boolean): ExerciseExample[] {
	const checks = parseYamlWithSchema(checksSchema, text) ?? [];
	return checks.flatMap((check) =>
		check.examples.map(({ given, returns }) => {
			const values = Array.isArray(given) ? given : Object.values(given);
			const name = check.function;
			const defaultSentence = writeDefaultExampleSentence(
				{ function: name, given: values, returns, because: '', isHeldBack },
				language
			);
			const because = check.because === defaultSentence ? '' : check.because;
			return {
				function: name,
				given: formatExampleCells(values),
				returns: formatExampleCell(returns),
				because,
				isHeldBack
			};
		})
	);
}

function parseYamlWithSchema<Value>(
	schema: v.GenericSchema<unknown, Value>,
	text: string | undefined
): Value | undefined {
	try {
		const result = v.safeParse(schema, parse(text ?? ''));
		return result.success ? result.output : undefined;
	} catch {
		return undefined;
	}
}

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
