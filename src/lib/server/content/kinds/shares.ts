import * as v from 'valibot';
import { contentIdSchema, programNameSchema } from '../field-schemas.ts';
import {
	writeFieldsCode,
	createFunctionReference,
	createLabelReference,
	type SceneKindCode,
	type SceneFieldReference
} from './code.ts';

const MOST_SHARED_COLUMNS = 5;

/** By receiver: the amounts for 0, 1, 2 and more columns received. */
const amountsByReceiverSchema = v.record(contentIdSchema, v.array(v.number()));
const shareFigureSchema = v.pipe(
	v.strictObject({
		id: contentIdSchema,
		unit: v.exactOptional(v.picklist(['cents', 'minutes', 'count', 'grams', 'kilometres', 'days'])),
		counts: v.exactOptional(v.picklist(['given', 'known'])),
		each: v.exactOptional(amountsByReceiverSchema),
		once: v.exactOptional(amountsByReceiverSchema),
		/** By receiver: the yes-or-no column that says whether a record counts in the figure. */
		only: v.exactOptional(v.record(contentIdSchema, programNameSchema))
	}),
	v.check(
		({ counts, each, once }) => (counts === undefined) !== (each === undefined && once === undefined),
		'a figure `counts` something, or has amounts: `each` or `once`'
	)
);
export const sharesSchema = v.pipe(
	v.strictObject({
		function: programNameSchema,
		columns: v.pipe(
			v.array(contentIdSchema),
			v.minLength(1, 'is empty'),
			v.maxLength(MOST_SHARED_COLUMNS, 'at most five columns: a phone shows no more')
		),
		to: v.pipe(
			v.record(contentIdSchema, v.array(contentIdSchema)),
			v.check((to) => Object.keys(to).length > 0, 'is empty')
		),
		/** Columns that identify a person: a receiver who gets one of these columns knows who the record is about. */
		names: v.optional(v.array(contentIdSchema), []),
		/** Figures of the decision. Each option sets how many of its columns a receiver gets. */
		figures: v.exactOptional(v.pipe(v.array(shareFigureSchema), v.minLength(1, 'is empty')))
	}),
	v.check(
		({ columns, to }) =>
			Object.values(to)
				.flat()
				.every((column) => columns.includes(column)),
		'what somebody gets stands among the columns'
	)
);
type SharesDescription = v.InferOutput<typeof sharesSchema>;

export function writeSharesCode(
	{ names, figures, ...shares }: SharesDescription,
	rows: SceneKindCode['fields'],
	same: object | undefined
): Pick<SceneKindCode, 'fields' | 'measure'> {
	const fields = writeFieldsCode({ shares });
	if (figures === undefined) return { fields };
	const measureFields = [...rows, ...writeFieldsCode({ same }), ...fields, ...writeFieldsCode({ names, figures })];
	return { fields, measure: { kitFunction: 'sharesMeasure', fields: measureFields } };
}

export function createSharesReferences(shares: SharesDescription | undefined): SceneFieldReference[] {
	if (shares === undefined) return [];
	return [
		createFunctionReference(['shares', 'function'], shares.function),
		...shares.columns.map((id) => createLabelReference(['shares', 'columns'], id)),
		...Object.keys(shares.to).map((id) => createLabelReference(['shares', 'to', id], id))
	];
}
