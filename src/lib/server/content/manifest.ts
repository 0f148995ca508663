import * as v from 'valibot';
import { DISCLOSURES } from '#sandbox/judge/index.ts';
import { CHALLENGE_FORMAT, RUN_LIMIT_BOUNDS, PISTES, TRADES } from '#lib/domain/challenge.ts';
import { LANGUAGES } from '#lib/domain/language.ts';
import { isProgrammeId, type ProgrammeId } from '#lib/domain/programme.ts';
import { fillManifestDefaults } from './manifest-defaults.ts';
import {
	COLUMN_TYPES,
	finiteNumberSchema,
	contentIdSchema,
	programNameSchema,
	refuseBuiltInName,
	codeFilePathSchema,
	nonEmptyTextSchema
} from './field-schemas.ts';
import type { ContentProblem } from './content-problem.ts';
import { sceneSchema } from './scene-kinds.ts';
import { readYaml } from './yaml.ts';

export const CHALLENGE_MANIFEST_FILE = 'challenge.yaml';

/** Pattern of a challenge's name, which is its folder's name and stands in addresses. */
export const SLUG_PATTERN = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

const arrangeLineSchema = v.pipe(v.string(), v.trim(), v.minLength(1));
const daySchema = v.pipe(v.string(), v.isoDate('a day, such as 2026-11-24, or null'));
const stepOpensSchema = v.optional(v.picklist(['never', 'always', 'jump']), 'never');

const MOST_STEPS = 30;
const MOST_DECISION_OPTIONS = 12;
const MOST_OWN_OPTION_DIALS = 12;
const MOST_DIAL_VALUES = 100_000;

const dialFields = {
	id: contentIdSchema,
	min: finiteNumberSchema,
	max: finiteNumberSchema,
	step: v.pipe(finiteNumberSchema, v.gtValue(0))
};
const programDialSchema = v.strictObject({ ...dialFields, name: programNameSchema, file: codeFilePathSchema });
const stageDialSchema = v.strictObject({ ...dialFields, start: finiteNumberSchema });

const isWholeNumber = (steps: number) => Math.abs(steps - Math.round(steps)) < 1e-6;

/** Dials of the scene. Each must begin at a value that the dial can show. */
const dialsSchema = v.pipe(
	v.array(stageDialSchema),
	v.everyItem(({ min, max }) => min < max, 'a value ends above where it begins: min < max'),
	v.everyItem(
		({ min, max, step }) => (max - min) / step <= MOST_DIAL_VALUES,
		`a dial has at most ${MOST_DIAL_VALUES} values: choose a larger step`
	),
	v.everyItem(
		({ min, max, step, start }) => start >= min && start <= max && isWholeNumber((start - min) / step),
		'start is not one of the values: min, min + step, … up to max'
	),
	v.everyItem(
		({ min, max, step }) => isWholeNumber((max - min) / step),
		'max is not one of the values: min, min + step, …'
	)
);
const stageDialsSchema = v.pipe(
	dialsSchema,
	v.minLength(1, 'is empty'),
	v.maxLength(2, 'one or two values: a hand has to find them at once')
);

const stepFields = { id: contentIdSchema, situation: v.optional(contentIdSchema), opens: stepOpensSchema };
const stepSchema = v.variant('kind', [
	v.strictObject({ ...stepFields, kind: v.literal('discover'), hand: v.exactOptional(stageDialsSchema) }),
	v.strictObject({
		...stepFields,
		kind: v.literal('predict'),
		call: v.strictObject({ name: programNameSchema, args: v.array(v.unknown()) }),
		answers: v.pipe(v.array(v.string()), v.minLength(2))
	}),
	v.strictObject({
		...stepFields,
		kind: v.literal('tune'),
		values: v.pipe(v.array(programDialSchema), v.minLength(1))
	}),
	v.strictObject({
		...stepFields,
		kind: v.literal('arrange'),
		file: codeFilePathSchema,
		name: programNameSchema,
		lines: v.pipe(v.array(arrangeLineSchema), v.minLength(2)),
		wrong: v.pipe(v.array(arrangeLineSchema), v.maxLength(2, 'at most two wrong lines'))
	}),
	v.strictObject({ ...stepFields, kind: v.literal('build') }),
	v.strictObject({ ...stepFields, kind: v.literal('stretch') }),
	v.strictObject({
		...stepFields,
		kind: v.literal('catch'),
		functions: v.pipe(v.array(programNameSchema), v.minLength(1, 'is empty'), v.maxLength(6, 'at most 6 functions'))
	}),
	v.strictObject({ ...stepFields, kind: v.literal('decide') }),
	v.strictObject({ ...stepFields, kind: v.literal('show') })
]);

const LICENCES = ['CC-BY-SA-4.0', 'CC-BY-4.0', 'CC0-1.0', 'EUPL-1.2', 'etalab-2.0'] as const;

/** The source of a rule: a text that people can look up, or the author's own simplification, marked as such. */
const ruleSourceSchema = v.pipe(
	v.strictObject({
		what: nonEmptyTextSchema,
		where: v.optional(nonEmptyTextSchema),
		/** Day on which somebody compared the rule with the text at `where`; `null` until then. */
		checked: v.optional(v.nullable(daySchema)),
		model: v.optional(nonEmptyTextSchema)
	}),
	v.check(
		({ where, model }) => (where === undefined) !== (model === undefined),
		'a rule has its source (`where`), or says that it is a simplification (`model`)'
	),
	v.check(
		({ where, checked }) => (where === undefined) === (checked === undefined),
		'beside `where` stands `checked`: the day someone read it there, or null'
	)
);

const createLimitSchema = ([least, most]: readonly [number, number]) => {
	const message = `a limit is a whole number from ${least} to ${most}`;
	return v.exactOptional(v.pipe(v.number(), v.integer(message), v.minValue(least, message), v.maxValue(most, message)));
};

const programmeEntrySchema = v.custom<ProgrammeId>(
	(input) => typeof input === 'string' && isProgrammeId(input),
	({ input }) => `"${String(input)}" is not an entry of src/lib/domain/programme.ts`
);

const randomValueSchema = v.union([v.string(), v.number(), v.boolean()]);
const randomRangeSchema = v.union(
	[
		v.strictObject({
			from: finiteNumberSchema,
			to: finiteNumberSchema,
			step: v.optional(v.pipe(finiteNumberSchema, v.gtValue(0)), 1)
		}),
		v.strictObject({ among: v.pipe(v.array(randomValueSchema), v.minLength(2)) })
	],
	'what is drawn is { from, to, step } or { among: […] }'
);
const randomValueIdSchema = v.pipe(
	v.string(),
	v.regex(/^[a-zA-Z]\w*$/, 'what is drawn has letters and digits'),
	refuseBuiltInName
);
/** The function whose result a student predicts at the hand-in, and its inputs: see lib/domain/prediction-question. */
const questionSchema = v.strictObject({
	name: programNameSchema,
	args: v.array(v.unknown()),
	draw: v.record(randomValueIdSchema, randomRangeSchema)
});

const tableColumnsSchema = v.record(
	v.pipe(v.string(), v.regex(/^[\w-]+(\/[\w-]+)*\.csv$/, 'the name of a .csv file under data/, such as night.csv')),
	v.record(programNameSchema, v.picklist(COLUMN_TYPES))
);

const RUBRIC_LIST_LENGTH_PROBLEM = 'three or four of them';
/** A criterion of the rubric, with the ids of its levels, lowest first. teacher.<language>.md describes the levels. */
const criterionSchema = v.strictObject({
	id: contentIdSchema,
	levels: v.pipe(
		v.array(contentIdSchema),
		v.minLength(3, RUBRIC_LIST_LENGTH_PROBLEM),
		v.maxLength(4, RUBRIC_LIST_LENGTH_PROBLEM)
	)
});

const decisionSchema = v.strictObject({
	options: v.pipe(
		v.array(contentIdSchema),
		v.minLength(2),
		v.maxLength(MOST_DECISION_OPTIONS, `at most ${MOST_DECISION_OPTIONS} options`)
	),
	/** By option: the values that it sets, the same that a student sets with the dials of the option "another". */
	settings: v.exactOptional(v.record(contentIdSchema, v.record(contentIdSchema, finiteNumberSchema))),
	another: v.optional(
		v.pipe(dialsSchema, v.maxLength(MOST_OWN_OPTION_DIALS, `at most ${MOST_OWN_OPTION_DIALS} dials`)),
		[]
	),
	/** By figure: the direction that is better. Figures without a better direction are left out. */
	better: v.record(contentIdSchema, v.picklist(['less', 'more']))
});
const EMPTY_DECISION: v.InferOutput<typeof decisionSchema> = { options: [], another: [], better: {} };

const manifestFieldsSchema = v.strictObject({
	format: v.literal(CHALLENGE_FORMAT),
	id: v.pipe(v.string(), v.regex(SLUG_PATTERN, 'small letters, digits and hyphens, for it stands in an address')),
	version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/, 'three numbers, such as 1.0.0')),
	trade: v.picklist(TRADES),
	piste: v.picklist(PISTES),
	minutes: v.pipe(v.number(), v.integer(), v.gtValue(0)),
	limits: v.exactOptional(
		v.strictObject({
			time: createLimitSchema(RUN_LIMIT_BOUNDS.time),
			total: createLimitSchema(RUN_LIMIT_BOUNDS.total),
			memory: createLimitSchema(RUN_LIMIT_BOUNDS.memory)
		})
	),
	place: nonEmptyTextSchema,
	partner: v.nullable(v.string()),
	reviewer: v.nullable(v.string()),
	licence: v.picklist(LICENCES),
	'data-origin': nonEmptyTextSchema,
	sources: v.pipe(v.array(ruleSourceSchema), v.minLength(1, 'is empty: each rule of the challenge has a source')),
	languages: v.pipe(v.array(v.picklist(LANGUAGES)), v.minLength(1)),
	data: v.optional(tableColumnsSchema, {}),
	'read-only': v.optional(v.array(codeFilePathSchema), []),
	/** Marks an exercise: a teacher makes it for their own classes, and it has no decision. */
	exercise: v.optional(v.literal(true)),
	scene: v.exactOptional(sceneSchema),
	steps: v.pipe(v.array(stepSchema), v.minLength(1), v.maxLength(MOST_STEPS, `at most ${MOST_STEPS} steps`)),
	ask: v.exactOptional(questionSchema),
	/** By step: what students learn of its held-back checks. Without an entry: the first case that failed. */
	disclose: v.optional(v.record(contentIdSchema, v.picklist(DISCLOSURES)), {}),
	programme: v.pipe(v.array(programmeEntrySchema), v.minLength(1, 'is empty')),
	rubric: v.pipe(
		v.array(criterionSchema),
		v.minLength(3, RUBRIC_LIST_LENGTH_PROBLEM),
		v.maxLength(4, RUBRIC_LIST_LENGTH_PROBLEM)
	),
	decision: v.optional(decisionSchema)
});
const Manifest = v.pipe(
	manifestFieldsSchema,
	v.forward(
		v.check(({ exercise, decision }) => exercise === true || decision !== undefined, 'is missing'),
		['decision']
	),
	v.forward(
		v.check(({ exercise, decision }) => exercise === undefined || decision === undefined, 'an exercise has none'),
		['decision']
	),
	v.forward(
		v.check(
			({ exercise, steps }) => exercise === undefined || steps.every(({ kind }) => kind !== 'decide'),
			'an exercise has no step of the kind "decide"'
		),
		['steps']
	),
	v.transform(({ exercise = false, decision = EMPTY_DECISION, ...manifest }) => ({ ...manifest, exercise, decision }))
);
export type Manifest = v.InferOutput<typeof Manifest>;
export type ManifestStep = Manifest['steps'][number];
export type BetterFigureDirections = Manifest['decision']['better'];

export interface ParsedManifest {
	manifest?: Manifest;
	problems: ContentProblem[];
	lineOf(path: (string | number)[]): number;
}

export type ManifestWithLines = Pick<ParsedManifest, 'lineOf'> & { manifest: Manifest };

/** Reads challenge.yaml. `solution` is the text of the author's own program, from which missing fields are filled in. */
export function readChallengeManifest(text: string | undefined, solution?: string): ParsedManifest {
	if (text === undefined) {
		return { problems: [{ file: CHALLENGE_MANIFEST_FILE, line: 1, message: 'is missing' }], lineOf: () => 1 };
	}
	const filledManifestSchema = v.pipe(
		v.unknown(),
		v.transform((card) => fillManifestDefaults(card, solution)),
		Manifest
	);
	const { value, problems, lineOf } = readYaml(CHALLENGE_MANIFEST_FILE, text, filledManifestSchema);
	return { ...(value && { manifest: value }), problems, lineOf };
}
