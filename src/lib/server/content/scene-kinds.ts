/** The kinds of scene that an author describes in challenge.yaml: their fields, and how each is written as code. */
import * as v from 'valibot';
import { idSchema, nameSchema, wordsSchema } from './field-schemas.ts';

const clockSchema = v.pipe(v.string(), v.regex(/^([01]?\d|2[0-3]):[0-5]\d$/, "a time in quotes, such as '22:00'"));
const dataSchema = v.strictObject({
	file: v.pipe(v.string(), v.regex(/^data\/[\w-]+(\/[\w-]+)*\.ts$/, 'a .ts file under data/, such as data/night.ts')),
	/** What the file exports. */
	name: nameSchema
});

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

const rowFields = {
	data: dataSchema,
	function: nameSchema,
	/** Labels of what is given. */
	given: v.pipe(
		v.array(idSchema),
		v.minLength(1, 'is empty'),
		v.maxLength(4, 'at most four values: a phone shows no more')
	)
};
const tableSchema = v.strictObject({ kind: v.literal('table'), ...rowFields, returns: idSchema });
const queueSchema = v.strictObject({ kind: v.literal('queue'), title: idSchema, ...rowFields });

export const sceneSchema = v.variant('kind', [lineSchema, tableSchema, queueSchema]);
export type SceneDescription = v.InferOutput<typeof sceneSchema>;
type DescriptionOf<Kind extends SceneDescription['kind']> = Extract<SceneDescription, { kind: Kind }>;
type DataDescription = v.InferOutput<typeof dataSchema>;

/** A place in the description, as a path in challenge.yaml. */
type FieldPath = (string | number)[];

/** What a description names elsewhere. */
type SceneReference = { path: FieldPath } & (
	{ kind: 'label'; id: string } | { kind: 'function'; name: string } | { kind: 'data'; file: string; name: string }
);

/** A line of code, and the field that it comes from. */
interface FieldCode {
	path: FieldPath;
	code: string;
}

interface KindCode {
	/** The function of the kit that makes the scene. */
	maker: string;
	/** Whether it shows the value that a hand sets. */
	takesHand: boolean;
	references: SceneReference[];
	imports: FieldCode[];
	fields: FieldCode[];
}

/** Writes a description as code. */
export function codeOfScene(scene: SceneDescription): KindCode {
	return scene.kind === 'line' ? codeOfLine(scene) : codeOfRows(scene);
}

function fieldCode(name: string, value: unknown): FieldCode {
	return { path: ['scene', name], code: `${name}: ${JSON.stringify(value)},` };
}

function importCode({ file, name }: DataDescription, as: string): FieldCode {
	const imported = name === as ? name : `${name} as ${as}`;
	return { path: ['scene', 'data', 'file'], code: `import { ${imported} } from './${file}';` };
}

function codeOfRows(scene: DescriptionOf<'table' | 'queue'>): KindCode {
	const { data, function: name, given } = scene;
	const [field, id] =
		scene.kind === 'table' ? (['returns', scene.returns] as const) : (['title', scene.title] as const);
	return {
		maker: scene.kind === 'table' ? 'tableScene' : 'queueScene',
		takesHand: false,
		references: [
			{ path: ['scene', 'data', 'file'], kind: 'data', ...data },
			{ path: ['scene', 'function'], kind: 'function', name },
			...given.map((id, index): SceneReference => ({ path: ['scene', 'given', index], kind: 'label', id })),
			{ path: ['scene', field], kind: 'label', id }
		],
		imports: [importCode(data, 'rows')],
		fields: [
			{ path: ['scene', 'data', 'name'], code: 'rows,' },
			fieldCode('function', name),
			fieldCode('given', given),
			fieldCode(field, id)
		]
	};
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
