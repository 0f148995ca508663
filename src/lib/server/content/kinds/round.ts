/** The scene kind `round`, which shows stops on a map: its fields in challenge.yaml, and the code made of them. */
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

export const roundSceneSchema = v.strictObject({
	kind: v.literal('round'),
	title: contentIdSchema,
	data: sceneDataSchema,
	starts: clockTimeSchema,
	/** Minutes that one kilometre takes. */
	pace: v.pipe(v.number(), v.gtValue(0, 'minutes for a kilometre, more than 0')),
	function: programNameSchema,
	gives: v.picklist(['order', 'next']),
	/** Longest round allowed, in kilometres. */
	most: v.exactOptional(v.pipe(v.number(), v.gtValue(0, 'kilometres, more than 0')))
});

export function writeRoundSceneCode(scene: v.InferOutput<typeof roundSceneSchema>): SceneKindCode {
	const { title, data, starts, pace, function: name, gives, most } = scene;
	const { imports, fields, references } = writeRowsCode(data, 'stops', { columns: ['name', 'x', 'y', 'minutes'] });
	return {
		kitFunction: 'roundScene',
		takesHand: true,
		references: [createLabelReference(['title'], title), ...references, createFunctionReference(['function'], name)],
		imports,
		fields: [
			...writeFieldsCode({ title }),
			...fields,
			...writeFieldsCode({ starts: parseMinuteOfDay(starts), pace, function: name, gives, most })
		]
	};
}
