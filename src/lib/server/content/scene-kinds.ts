/** The kinds of scene that an author describes in challenge.yaml: their fields, and how each is written as code. */
import * as v from 'valibot';
import { idSchema, nameSchema, wordsSchema } from './field-schemas.ts';
import { codeOfRows, queueSchema, tableSchema } from './row-kinds.ts';
import { dataSchema, fieldCode, importCode, type KindCode, type SceneReference } from './scene-code.ts';

const clockSchema = v.pipe(v.string(), v.regex(/^([01]?\d|2[0-3]):[0-5]\d$/, "a time in quotes, such as '22:00'"));

const lineSchema = v.strictObject({
	kind: v.literal('line'),
	title: idSchema,
	data: dataSchema,
	starts: clockSchema,
	/** Minutes between two values. */
	every: v.pipe(v.number(), v.integer('whole minutes'), v.gtValue(0, 'whole minutes, 1 at least')),
	unit: wordsSchema,
	right: v.pipe(
		v.strictObject({ from: v.number(), to: v.number() }),
		v.check(({ from, to }) => from < to, 'the band ends above where it begins: from < to')
	),
	point: v.strictObject({ function: nameSchema, below: wordsSchema, right: wordsSchema, above: wordsSchema }),
	total: v.exactOptional(v.strictObject({ function: nameSchema, label: idSchema })),
	beside: v.exactOptional(v.picklist(['fridge']))
});

export const sceneSchema = v.variant('kind', [lineSchema, tableSchema, queueSchema]);
export type SceneDescription = v.InferOutput<typeof sceneSchema>;
type DescriptionOf<Kind extends SceneDescription['kind']> = Extract<SceneDescription, { kind: Kind }>;

/** Writes a description as code. */
export function codeOfScene(scene: SceneDescription): KindCode {
	return scene.kind === 'line' ? codeOfLine(scene) : codeOfRows(scene);
}

function codeOfLine(scene: DescriptionOf<'line'>): KindCode {
	const { title, data, starts, every, unit, right, point, total, beside } = scene;
	return {
		maker: 'lineScene',
		takesHand: true,
		references: [
			{ path: ['scene', 'title'], kind: 'label', id: title },
			{ path: ['scene', 'data', 'file'], kind: 'data', ...data },
			{ path: ['scene', 'point', 'function'], kind: 'function', name: point.function },
			...totalReferences(total)
		],
		imports: [importCode(data, 'list')],
		fields: [
			fieldCode('title', title),
			{ path: ['scene', 'data', 'name'], code: 'list,' },
			fieldCode('starts', minuteOf(starts)),
			fieldCode('every', every),
			fieldCode('unit', unit),
			fieldCode('right', right),
			fieldCode('point', point),
			...(total ? [fieldCode('total', total)] : []),
			...(beside ? [fieldCode('beside', beside)] : [])
		]
	};
}

function totalReferences(total: DescriptionOf<'line'>['total']): SceneReference[] {
	if (total === undefined) return [];
	return [
		{ path: ['scene', 'total', 'function'], kind: 'function', name: total.function },
		{ path: ['scene', 'total', 'label'], kind: 'label', id: total.label }
	];
}

function minuteOf(clock: string): number {
	const [hours = 0, minutes = 0] = clock.split(':').map(Number);
	return hours * 60 + minutes;
}
