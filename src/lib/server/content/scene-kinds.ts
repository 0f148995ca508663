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

export const sceneSchema = v.variant('kind', [lineSchema]);
export type SceneDescription = v.InferOutput<typeof sceneSchema>;

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
	references: SceneReference[];
	imports: FieldCode[];
	fields: FieldCode[];
}

/** Writes a description as code. */
export function codeOfScene(scene: SceneDescription): KindCode {
	const { title, data, starts, every, unit, right, point, total, beside } = scene;
	const field = (name: keyof typeof scene, value: unknown, member: string = name): FieldCode => {
		return { path: ['scene', name], code: `${member}: ${JSON.stringify(value)},` };
	};
	return {
		maker: 'lineScene',
		references: [
			{ path: ['scene', 'title'], kind: 'label', id: title },
			{ path: ['scene', 'data', 'file'], kind: 'data', ...data },
			{ path: ['scene', 'point', 'function'], kind: 'function', name: point.function },
			...totalReferences(total)
		],
		imports: [{ path: ['scene', 'data', 'file'], code: `import { ${data.name} as list } from './${data.file}';` }],
		fields: [
			field('title', title),
			{ path: ['scene', 'data', 'name'], code: 'list,' },
			field('starts', minuteOf(starts)),
			field('every', every),
			field('unit', unit),
			field('right', right),
			field('point', point),
			...(total ? [field('total', total)] : []),
			...(beside ? [field('beside', beside)] : [])
		]
	};
}

function totalReferences(total: SceneDescription['total']): SceneReference[] {
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
