/** A week: entries that come to be booked, and a function that says whether or where each fits. */
import * as v from 'valibot';
import { idSchema, nameSchema } from '../field-schemas.ts';
import {
	clockSchema,
	rowsCode,
	dataSchema,
	fieldsCode,
	functionReference,
	labelReference,
	minuteOf,
	type KindCode
} from './code.ts';

export const weekSchema = v.strictObject({
	kind: v.literal('week'),
	title: idSchema,
	data: dataSchema,
	/** Columns of a CSV file whose values the function is given. */
	given: v.exactOptional(v.array(idSchema)),
	opens: clockSchema,
	closes: clockSchema,
	function: nameSchema
});

export function codeOfWeek(scene: v.InferOutput<typeof weekSchema>): KindCode {
	const { title, data, given, opens, closes, function: name } = scene;
	const { imports, fields, references } = rowsCode(data, 'entries', {
		columns: ['who', 'from', 'to'],
		given: given ?? []
	});
	return {
		maker: 'weekScene',
		takesHand: true,
		references: [labelReference(['title'], title), ...references, functionReference(['function'], name)],
		imports,
		fields: [
			...fieldsCode({ title }),
			...fields,
			...fieldsCode({ opens: minuteOf(opens), closes: minuteOf(closes), function: name })
		]
	};
}
