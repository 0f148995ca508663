/** A bill: lines, and functions that return what one of them costs and what all of them come to. */
import * as v from 'valibot';
import { idSchema, nameSchema } from '../field-schemas.ts';
import {
	dataCode,
	dataReference,
	dataSchema,
	fieldsCode,
	functionReference,
	labelReference,
	totalReferences,
	totalSchema,
	type KindCode
} from './code.ts';

export const receiptSchema = v.strictObject({
	kind: v.literal('receipt'),
	title: idSchema,
	data: dataSchema,
	unit: v.picklist(['cents', 'euros']),
	function: v.exactOptional(nameSchema),
	total: v.exactOptional(totalSchema)
});

export function codeOfReceipt(scene: v.InferOutput<typeof receiptSchema>): KindCode {
	const { title, data, unit, function: name, total } = scene;
	const { imports, fields } = dataCode(data, 'rows');
	return {
		maker: 'receiptScene',
		takesHand: true,
		references: [
			labelReference(['title'], title),
			dataReference(data),
			...(name === undefined ? [] : [functionReference(['function'], name)]),
			...totalReferences(total)
		],
		imports,
		fields: [...fieldsCode({ title }), ...fields, ...fieldsCode({ unit, function: name, total })]
	};
}
