/** The kinds of scene that consist of rows, a table and a queue: their fields, and how each is written as code. */
import * as v from 'valibot';
import { idSchema, nameSchema } from '../field-schemas.ts';
import {
	dataCode,
	dataReference,
	dataSchema,
	fieldsCode,
	functionReference,
	labelReference,
	type KindCode,
	type SceneReference
} from './code.ts';

const MOST_COLUMNS = 5;

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
/** Rows with the same answer belong together; the function returns the records that repeat an earlier one. */
const sameSchema = v.strictObject({ title: idSchema, function: nameSchema, label: idSchema });
/** What is given of each record, and to whom. */
const sharesSchema = v.pipe(
	v.strictObject({
		function: nameSchema,
		columns: v.pipe(
			v.array(idSchema),
			v.minLength(1, 'is empty'),
			v.maxLength(MOST_COLUMNS, 'at most five columns: a phone shows no more')
		),
		to: v.pipe(
			v.record(idSchema, v.array(idSchema)),
			v.check((to) => Object.keys(to).length > 0, 'is empty')
		)
	}),
	v.check(
		({ columns, to }) =>
			Object.values(to)
				.flat()
				.every((column) => columns.includes(column)),
		'what somebody gets stands among the columns'
	)
);
export const tableSchema = v.strictObject({
	kind: v.literal('table'),
	...rowFields,
	returns: idSchema,
	same: v.exactOptional(sameSchema),
	shares: v.exactOptional(sharesSchema)
});
export const queueSchema = v.strictObject({ kind: v.literal('queue'), title: idSchema, ...rowFields });

type TableDescription = v.InferOutput<typeof tableSchema>;
type RowsDescription = TableDescription | v.InferOutput<typeof queueSchema>;

/** Writes a table or a queue as code. Only a table shows a hand, which sets how many rows are looked at. */
export function codeOfRows(scene: RowsDescription): KindCode {
	const { data, function: name, given } = scene;
	const isTable = scene.kind === 'table';
	const [field, id] = isTable ? (['returns', scene.returns] as const) : (['title', scene.title] as const);
	const { same, shares }: Pick<TableDescription, 'same' | 'shares'> = isTable ? scene : {};
	const { imports, fields } = dataCode(data, 'rows');
	return {
		maker: isTable ? 'tableScene' : 'queueScene',
		takesHand: isTable,
		references: [
			dataReference(data),
			functionReference(['function'], name),
			...given.map((id, index) => labelReference(['given', index], id)),
			labelReference([field], id),
			...sameReferences(same),
			...sharesReferences(shares)
		],
		imports,
		fields: [...fields, ...fieldsCode({ function: name, given, [field]: id, same, shares })]
	};
}

function sameReferences(same: TableDescription['same']): SceneReference[] {
	if (same === undefined) return [];
	return [
		functionReference(['same', 'function'], same.function),
		labelReference(['same', 'title'], same.title),
		labelReference(['same', 'label'], same.label)
	];
}

function sharesReferences(shares: TableDescription['shares']): SceneReference[] {
	if (shares === undefined) return [];
	return [
		functionReference(['shares', 'function'], shares.function),
		...shares.columns.map((id) => labelReference(['shares', 'columns'], id)),
		...Object.keys(shares.to).map((id) => labelReference(['shares', 'to', id], id))
	];
}
