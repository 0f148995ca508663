import * as v from 'valibot';
import { contentIdSchema, programNameSchema } from '../field-schemas.ts';

const modulePathSchema = v.pipe(
	v.string(),
	v.regex(/^data\/[\w-]+(\/[\w-]+)*\.ts$/, 'a .ts file under data/, such as data/night.ts')
);
const TABLE_PATH_MESSAGE = 'a .csv file under data/, such as data/night.csv, or { file: data/night.ts, name: … }';
const tablePathSchema = v.pipe(
	v.string(TABLE_PATH_MESSAGE),
	v.regex(/^data\/[\w-]+(\/[\w-]+)*\.csv$/, TABLE_PATH_MESSAGE)
);

/** Data of a scene: all rows of a CSV file, or a list that a module exports. */
export const sceneDataSchema = v.union(
	[tablePathSchema, v.strictObject({ file: modulePathSchema, name: programNameSchema })],
	({ issues }) => issues?.find(({ input }) => typeof input === 'string')?.message ?? TABLE_PATH_MESSAGE
);
/** One column of a CSV file, or a list that a module exports. */
export const sceneColumnSchema = v.strictObject({
	file: v.union([tablePathSchema, modulePathSchema], 'a .csv or .ts file under data/, such as data/night.csv'),
	name: programNameSchema
});
type SceneDataDescription = v.InferOutput<typeof sceneDataSchema>;
type SceneColumnDescription = v.InferOutput<typeof sceneColumnSchema>;

/** A field of a scene's description, as a path in challenge.yaml. */
type SceneFieldPath = (string | number)[];

/** A name defined elsewhere: a label, a function of the program, an export of a module, columns of a table. */
export type SceneFieldReference = { path: SceneFieldPath } & (
	| { kind: 'label'; id: string }
	| { kind: 'function'; name: string }
	| { kind: 'module'; file: string; name: string }
	| { kind: 'table'; file: string; columns: readonly string[] }
);

interface SceneFieldCode {
	path: SceneFieldPath;
	code: string;
}

export interface SceneKindCode {
	/** Name of the kit's function that makes the scene. */
	kitFunction: string;
	/** Whether the scene shows the value that a student sets on the stage dials (`hand` in challenge.yaml). */
	takesHand: boolean;
	references: SceneFieldReference[];
	imports: SceneFieldCode[];
	fields: SceneFieldCode[];
	/** The kit's function that computes the figures of the decision, for a kind that describes these figures by fields. */
	measure?: { kitFunction: string; fields: SceneFieldCode[] };
}

const CLOCK_TIME_MESSAGE = "a time in quotes, such as '22:00'";
export const clockTimeSchema = v.pipe(
	v.string(CLOCK_TIME_MESSAGE),
	v.regex(/^([01]?\d|2[0-3]):[0-5]\d$/, CLOCK_TIME_MESSAGE)
);

export function parseMinuteOfDay(clock: string): number {
	const [hours = 0, minutes = 0] = clock.split(':').map(Number);
	return hours * 60 + minutes;
}

/** A function of the program that is given the whole data at once, and the label of what it returns. */
export const totalFunctionSchema = v.strictObject({ function: programNameSchema, label: contentIdSchema });

export const writeFieldsCode = (fields: Record<string, unknown>): SceneFieldCode[] =>
	Object.entries(fields).flatMap(([name, value]) =>
		value === undefined ? [] : [{ path: ['scene', name], code: `${name}: ${JSON.stringify(value)},` }]
	);

export type SceneDataCode = Pick<SceneKindCode, 'imports' | 'fields' | 'references'>;

/** Writes code that imports a column or a list and passes it to the scene. `as` is the name of the scene's field. */
export function writeColumnCode({ file, name }: SceneColumnDescription, as: string): SceneDataCode {
	if (!file.endsWith('.csv')) return writeModuleImportCode(file, name, as);
	return writeTableCode(file, [name], `${as}: table.map(({ ${name} }) => ${name}),`);
}

interface RowsCodeOptions {
	/** Columns that every row of this scene kind needs, besides those in `given`. */
	columns: readonly string[];
	/** Columns whose values the student's function gets as arguments. Without `given`, the scene gets the rows unchanged. */
	given?: readonly string[];
	/** Whether functions also get the whole row, as `record`. */
	hasRecord?: boolean;
}

export function writeRowsCode(
	data: SceneDataDescription,
	as: string,
	{ columns, given, hasRecord }: RowsCodeOptions
): SceneDataCode {
	if (typeof data !== 'string') return writeModuleImportCode(data.file, data.name, as);
	if (given === undefined) return writeTableCode(data, columns, `${as}: table,`);
	const recordCode = `...record, right, given: [${given.map((name) => `record.${name}`).join(', ')}]${hasRecord ? ', record' : ''}`;
	return writeTableCode(
		data,
		[...columns, 'right', ...given],
		`${as}: table.map(({ right, ...record }) => ({ ${recordCode} })),`
	);
}

function writeTableCode(file: string, columns: readonly string[], code: string): SceneDataCode {
	const path = ['scene', 'data'];
	return {
		references: [{ path, kind: 'table', file, columns }],
		imports: [{ path, code: `import { rows as table } from './${file.replace(/csv$/, 'ts')}';` }],
		fields: [{ path, code }]
	};
}

function writeModuleImportCode(file: string, name: string, as: string): SceneDataCode {
	const importSpecifier = name === as ? name : `${name} as ${as}`;
	return {
		references: [{ path: ['scene', 'data', 'file'], kind: 'module', file, name }],
		imports: [{ path: ['scene', 'data', 'file'], code: `import { ${importSpecifier} } from './${file}';` }],
		fields: [{ path: ['scene', 'data', 'name'], code: `${as},` }]
	};
}

export const createLabelReference = (path: SceneFieldPath, id: string): SceneFieldReference => ({
	path: ['scene', ...path],
	kind: 'label',
	id
});

export const createFunctionReference = (path: SceneFieldPath, name: string): SceneFieldReference => ({
	path: ['scene', ...path],
	kind: 'function',
	name
});

export function createTotalReferences(
	total: v.InferOutput<typeof totalFunctionSchema> | undefined,
	field = 'total'
): SceneFieldReference[] {
	if (total === undefined) return [];
	return [
		createFunctionReference([field, 'function'], total.function),
		createLabelReference([field, 'label'], total.label)
	];
}
