/** The scene kind `week`, which shows bookings: its fields in challenge.yaml, and the code made of them. */
import * as v from 'valibot';
import { contentIdSchema, programNameSchema } from '../field-schemas.ts';
import {
	clockTimeSchema,
	writeRowsCode,
	sceneDataSchema,
	writeFieldsCode,
	createFunctionReference,
	createLabelReference,
	parseMinuteOfDay,
	type SceneKindCode
} from './code.ts';

export const weekSceneSchema = v.strictObject({
	kind: v.literal('week'),
	title: contentIdSchema,
	data: sceneDataSchema,
	/** Columns of a CSV file whose values the function is given. */
	given: v.exactOptional(v.array(contentIdSchema)),
	opens: clockTimeSchema,
	closes: clockTimeSchema,
	function: programNameSchema
});

export function writeWeekSceneCode(scene: v.InferOutput<typeof weekSceneSchema>): SceneKindCode {
	const { title, data, given, opens, closes, function: name } = scene;
	const { imports, fields, references } = writeRowsCode(data, 'entries', {
		columns: ['who', 'from', 'to'],
		given: given ?? []
	});
	return {
		kitFunction: 'weekScene',
		takesHand: true,
		references: [createLabelReference(['title'], title), ...references, createFunctionReference(['function'], name)],
		imports,
		fields: [
			...writeFieldsCode({ title }),
			...fields,
			...writeFieldsCode({ opens: parseMinuteOfDay(opens), closes: parseMinuteOfDay(closes), function: name })
		]
	};
}
