/** What the kinds of scene have in common: their data, what they name elsewhere, and the code they are written as. */
import * as v from 'valibot';
import { idSchema, nameSchema } from '../field-schemas.ts';

export const dataSchema = v.strictObject({
	file: v.pipe(v.string(), v.regex(/^data\/[\w-]+(\/[\w-]+)*\.ts$/, 'a .ts file under data/, such as data/night.ts')),
	/** What the file exports. */
	name: nameSchema
});
export type DataDescription = v.InferOutput<typeof dataSchema>;

/** A place in the description, as a path in challenge.yaml. */
type FieldPath = (string | number)[];

/** What a description names elsewhere. */
export type SceneReference = { path: FieldPath } & (
	{ kind: 'label'; id: string } | { kind: 'function'; name: string } | { kind: 'data'; file: string; name: string }
);

/** A line of code, and the field that it comes from. */
interface FieldCode {
	path: FieldPath;
	code: string;
}

export interface KindCode {
	/** The function of the kit that makes the scene. */
	maker: string;
	/** Whether it shows the value that a hand sets. */
	takesHand: boolean;
	references: SceneReference[];
	imports: FieldCode[];
	fields: FieldCode[];
}

const CLOCK_MESSAGE = "a time in quotes, such as '22:00'";
/** A time of the day, as an author writes it. */
export const clockSchema = v.pipe(v.string(CLOCK_MESSAGE), v.regex(/^([01]?\d|2[0-3]):[0-5]\d$/, CLOCK_MESSAGE));

export function minuteOf(clock: string): number {
	const [hours = 0, minutes = 0] = clock.split(':').map(Number);
	return hours * 60 + minutes;
}

/** A function of the program that takes everything, and the label of what it returns. */
export const totalSchema = v.strictObject({ function: nameSchema, label: idSchema });

/** Writes the fields that are there, each under its name. */
export const fieldsCode = (fields: Record<string, unknown>): FieldCode[] =>
	Object.entries(fields).flatMap(([name, value]) =>
		value === undefined ? [] : [{ path: ['scene', name], code: `${name}: ${JSON.stringify(value)},` }]
	);

/** Imports the data, and passes it on as a field of this name. */
export function dataCode({ file, name }: DataDescription, as: string): Pick<KindCode, 'imports' | 'fields'> {
	const imported = name === as ? name : `${name} as ${as}`;
	return {
		imports: [{ path: ['scene', 'data', 'file'], code: `import { ${imported} } from './${file}';` }],
		fields: [{ path: ['scene', 'data', 'name'], code: `${as},` }]
	};
}

export const dataReference = (data: DataDescription): SceneReference => ({
	path: ['scene', 'data', 'file'],
	kind: 'data',
	...data
});

export const labelReference = (path: FieldPath, id: string): SceneReference => ({
	path: ['scene', ...path],
	kind: 'label',
	id
});

export const functionReference = (path: FieldPath, name: string): SceneReference => ({
	path: ['scene', ...path],
	kind: 'function',
	name
});

export function totalReferences(
	total: v.InferOutput<typeof totalSchema> | undefined,
	field = 'total'
): SceneReference[] {
	if (total === undefined) return [];
	return [functionReference([field, 'function'], total.function), labelReference([field, 'label'], total.label)];
}
