/** Reads an exercise back from its folder, for its form. */
import * as v from 'valibot';
import { parse } from 'yaml';
import type { Files } from '#sandbox/contract.ts';
import { PISTES } from '../challenge.ts';
import { LANGUAGES, type Language } from '../language.ts';
import { writeDefaultExampleSentence } from './exercise-checks.ts';
import type { Exercise, ExerciseExample } from './exercise.ts';
import { splitIntoSections, unescapeHeadings } from './markdown-sections.ts';
import { isExampleJsonValue, type ExampleJsonValue } from './typed-value.ts';
import { formatExampleCell, formatExampleCells } from './example-values.ts';
import { EXERCISE_FOLDER_TEXTS } from './folder-texts.ts';

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
