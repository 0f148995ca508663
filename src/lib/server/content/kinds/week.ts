/** A week: entries that come to be booked, and a function that says whether or where each fits. */
import * as v from 'valibot';
import { idSchema, nameSchema } from '../field-schemas.ts';
import {
	clockSchema,
	dataCode,
	dataReference,
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
	opens: clockSchema,
	closes: clockSchema,
	function: nameSchema
});

export function codeOfWeek(scene: v.InferOutput<typeof weekSchema>): KindCode {
	const { title, data, opens, closes, function: name } = scene;
	const { imports, fields } = dataCode(data, 'entries');
	return {
		maker: 'weekScene',
		takesHand: true,
		references: [labelReference(['title'], title), dataReference(data), functionReference(['function'], name)],
		imports,
		fields: [
			...fieldsCode({ title }),
			...fields,
			...fieldsCode({ opens: minuteOf(opens), closes: minuteOf(closes), function: name })
		]
	};
}
