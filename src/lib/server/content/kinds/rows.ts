import * as v from 'valibot';
import { type ColumnType, contentIdSchema, programNameSchema } from '../field-schemas.ts';
import {
	sceneDataSchema,
	writeFieldsCode,
	createFunctionReference,
	createLabelReference,
	writeRowsCode,
	type SceneKindCode,
	type SceneFieldReference
} from './code.ts';
import { writeSharesCode, createSharesReferences, sharesSchema } from './shares.ts';

const rowsSceneFieldSchemas = {
	data: sceneDataSchema,
	function: programNameSchema,
	given: v.pipe(
		v.array(contentIdSchema),
		v.minLength(1, 'is empty'),
		v.maxLength(4, 'at most four values: a phone shows no more')
	)
};
/** Rows for which the function returns the same value belong together: the scene shows which repeat an earlier one. */
const sameRowsSchema = v.strictObject({ title: contentIdSchema, function: programNameSchema, label: contentIdSchema });
export const tableSceneSchema = v.strictObject({
	kind: v.literal('table'),
	...rowsSceneFieldSchemas,
	returns: contentIdSchema,
	same: v.exactOptional(sameRowsSchema),
	shares: v.exactOptional(sharesSchema)
});
export const queueSceneSchema = v.strictObject({
	kind: v.literal('queue'),
	title: contentIdSchema,
	...rowsSceneFieldSchemas
});

type TableDescription = v.InferOutput<typeof tableSceneSchema>;
type RowsSceneDescription = TableDescription | v.InferOutput<typeof queueSceneSchema>;

/** The type of each column, by file under data/. */
export type ColumnTypesByFile = Readonly<Record<string, Readonly<Record<string, ColumnType>>>>;

/** Writes a table or a queue as code. Only a table has a stage dial, which sets how many rows are shown at work. */
export function writeRowsSceneCode(scene: RowsSceneDescription, columnsOf: ColumnTypesByFile): SceneKindCode {
	const { data, function: name, given } = scene;
	const isTable = scene.kind === 'table';
	const [field, id] = isTable ? (['returns', scene.returns] as const) : (['title', scene.title] as const);
	const { same, shares }: Pick<TableDescription, 'same' | 'shares'> = isTable ? scene : {};
	const hasRecord = same !== undefined || shares !== undefined;
	const columns = isTable ? [] : ['who'];
	const { imports, fields, references } = writeRowsCode(data, 'rows', { columns, given, hasRecord });
	const sharesCode = shares && writeSharesCode(shares, fields, same);
	return {
		kitFunction: isTable ? 'tableScene' : 'queueScene',
		takesHand: isTable,
		references: [
			...references,
			createFunctionReference(['function'], name),
			...given.map((id, index) => createLabelReference(['given', index], id)),
			createLabelReference([field], id),
			...createSameRowsReferences(same),
			...createSharesReferences(shares)
		],
		imports,
		fields: [
			...fields,
			...writeFieldsCode({
				function: name,
				given,
				[field]: id,
				times: isTable ? timeColumnsOf(scene, columnsOf) : undefined,
				same
			}),
			...(sharesCode?.fields ?? [])
		],
		...(sharesCode?.measure && { measure: sharesCode.measure })
	};
}

function timeColumnsOf({ data, given, returns }: TableDescription, columnsOf: ColumnTypesByFile): string[] | undefined {
	if (typeof data !== 'string') return undefined;
	const columns = columnsOf[data.replace(/^data\//, '')] ?? {};
	const isTimeColumn = (name: string) => columns[name]?.startsWith('time') ?? false;
	const timeColumns = [...given.filter(isTimeColumn), ...(isTimeColumn('right') ? [returns] : [])];
	return timeColumns.length > 0 ? timeColumns : undefined;
}

function createSameRowsReferences(same: TableDescription['same']): SceneFieldReference[] {
	if (same === undefined) return [];
	return [
		createFunctionReference(['same', 'function'], same.function),
		createLabelReference(['same', 'title'], same.title),
		createLabelReference(['same', 'label'], same.label)
	];
}
