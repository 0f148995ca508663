import type { Files } from '#sandbox/contract.ts';
import type { Language } from '../language.ts';
import { formatExerciseExampleCall, type ParsedExerciseExample } from './exercise-checks.ts';
import { findExportedFunctions } from './exported-functions.ts';
import type { ExampleJsonValue } from './exercise.ts';
import { formatExampleValueCode, formatExampleCell } from './example-values.ts';
import { EXERCISE_FOLDER_TEXTS } from './folder-texts.ts';

interface ExerciseScene {
	/** Value of the field `scene` of challenge.yaml; absent where the scene is code. */
	sceneField?: object;
	files: Files;
	labels: Record<string, string>;
}

const SCENE_ROWS_FILE = 'data/rows.ts';
/** Upper limit of columns for given values: a phone has no room for more. */
const MOST_GIVEN_COLUMNS = 4;

export function writeExerciseScene(
	examples: ParsedExerciseExample[],
	solution: string,
	language: Language
): ExerciseScene {
	const [firstExample] = examples;
	const rows = examples.filter((example) => example.function === firstExample?.function);
	const isTable =
		firstExample !== undefined &&
		rows.length === examples.length &&
		firstExample.given.length > 0 &&
		firstExample.given.length <= MOST_GIVEN_COLUMNS &&
		rows.every(
			({ given, returns }) => given.length === firstExample.given.length && [...given, returns].every(fitsTableCell)
		);
	return isTable ? createTableScene(firstExample, rows, solution, language) : createListScene(examples, language);
}

function fitsTableCell(value: ExampleJsonValue): boolean {
	return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean';
}

function createTableScene(
	firstExample: ParsedExerciseExample,
	rows: ParsedExerciseExample[],
	solution: string,
	language: Language
): ExerciseScene {
	const { parameters = [] } = findExportedFunctions(solution).find(({ name }) => name === firstExample.function) ?? {};
	const givenIds = firstExample.given.map((_, index) => `given-${index + 1}`);
	const columns = givenIds.map((id, index) => [id, parameters[index] ?? `${index + 1}`] as const);
	return {
		sceneField: {
			kind: 'table',
			data: { file: SCENE_ROWS_FILE, name: 'rows' },
			function: firstExample.function,
			given: givenIds,
			returns: 'returned'
		},
		files: {
			[SCENE_ROWS_FILE]: formatRowsFile(
				'{ given: (number | string | boolean)[]; right: number | string | boolean }[]',
				rows.map((row) => `{ given: ${formatListCode(row.given)}, right: ${formatExampleValueCode(row.returns)} }`)
			)
		},
		labels: { ...Object.fromEntries(columns), returned: EXERCISE_FOLDER_TEXTS[language].returnedLabel }
	};
}

/** Makes a scene in which each row is a call, for examples with lists, objects or several functions, which no table of values can show. */
function createListScene(examples: ParsedExerciseExample[], language: Language): ExerciseScene {
	const rows = examples.map(
		(example) =>
			`{ call: ${formatExampleValueCode(formatExerciseExampleCall(example))}, name: '${example.function}', given: ${formatListCode(example.given)}, right: ${formatExampleValueCode(example.returns)}, shown: ${formatExampleValueCode(formatExampleCell(example.returns))} }`
	);
	return {
		files: {
			[SCENE_ROWS_FILE]: formatRowsFile(
				'{ call: string; name: string; given: unknown[]; right: unknown; shown: string }[]',
				rows
			),
			'scene.ts': LIST_SCENE_CODE
		},
		labels: LIST_SCENE_LABELS[language]
	};
}

const formatListCode = (values: readonly ExampleJsonValue[]): string =>
	`[${values.map(formatExampleValueCode).join(', ')}]`;

function formatRowsFile(type: string, rows: string[]): string {
	return `export const rows: ${type} = [\n${rows.map((row) => `\t${row}`).join(',\n')}\n];\n`;
}

const LIST_SCENE_LABELS: Record<Language, Record<string, string>> = {
	fr: {
		call: 'appel',
		returned: 'renvoie',
		right: 'attendu',
		count: '{right} exemples justes sur {all}.',
		wrong: '{call} renvoie {shown} ; il faut {wanted}.'
	},
	en: {
		call: 'call',
		returned: 'returns',
		right: 'expected',
		count: '{right} of {all} examples are right.',
		wrong: '{call} returns {shown}; it should be {wanted}.'
	}
};

const LIST_SCENE_CODE = `import { label } from 'braise/draw';
import { ask, room, scene, stage, table } from 'braise/scene';
import { rows } from './data/rows.ts';
import * as program from './main.ts';

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

export const { init, step, draw, describe } = scene({
	prepare: () =>
		rows.map((row) => {
			const answer = ask(program, row.name, ...row.given);
			return { ...row, returned: answer.shown, isRight: same(answer.value, row.right) };
		}),
	play(story) {
		const { width, height } = stage();
		room('office');
		table(
			{ x: 18, y: 18, width: width - 36, height: height - 36 },
			{
				columns: [label('call'), label('returned'), label('right')],
				rows: story.map(({ call, returned, shown }) => [call, returned, shown]),
				marks: Object.fromEntries(story.map(({ isRight }, index) => [index, isRight ? 'right' : 'wrong'] as const))
			}
		);
	},
	describe(story) {
		const right = story.filter(({ isRight }) => isRight).length;
		const wrong = story.find(({ isRight }) => !isRight);
		const all = label('count', { right, all: story.length });
		if (wrong === undefined) return [all];
		return [all, label('wrong', { call: wrong.call, shown: wrong.returned, wanted: wrong.shown })];
	}
});
`;
