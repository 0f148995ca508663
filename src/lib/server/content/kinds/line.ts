/** The scene kind `line`, which shows values over time: its fields in challenge.yaml, and the code made of them. */
import * as v from 'valibot';
import { contentIdSchema, programNameSchema, nonEmptyTextSchema } from '../field-schemas.ts';
import {
	clockTimeSchema,
	writeColumnCode,
	sceneColumnSchema,
	writeFieldsCode,
	createFunctionReference,
	createLabelReference,
	parseMinuteOfDay,
	createTotalReferences,
	totalFunctionSchema,
	type SceneKindCode
} from './code.ts';

export const lineSceneSchema = v.strictObject({
	kind: v.literal('line'),
	title: contentIdSchema,
	data: sceneColumnSchema,
	starts: clockTimeSchema,
	/** Minutes between two values of the line. */
	every: v.pipe(v.number(), v.integer('whole minutes'), v.gtValue(0, 'whole minutes, 1 at least')),
	unit: nonEmptyTextSchema,
	right: v.pipe(
		v.strictObject({ from: v.number(), to: v.number() }),
		v.check(({ from, to }) => from < to, 'the band ends above where it begins: from < to')
	),
	point: v.strictObject({
		function: programNameSchema,
		below: nonEmptyTextSchema,
		right: nonEmptyTextSchema,
		above: nonEmptyTextSchema
	}),
	total: v.exactOptional(totalFunctionSchema),
	beside: v.exactOptional(v.picklist(['fridge']))
});

export function writeLineSceneCode(scene: v.InferOutput<typeof lineSceneSchema>): SceneKindCode {
	const { title, data, starts, every, unit, right, point, total, beside } = scene;
	const { imports, fields, references } = writeColumnCode(data, 'list');
	return {
		kitFunction: 'lineScene',
		takesHand: true,
		references: [
			createLabelReference(['title'], title),
			...references,
			createFunctionReference(['point', 'function'], point.function),
			...createTotalReferences(total)
		],
		imports,
		fields: [
			...writeFieldsCode({ title }),
			...fields,
			...writeFieldsCode({ starts: parseMinuteOfDay(starts), every, unit, right, point, total, beside })
		]
	};
}
