/** The scene kind `receipt`, which shows lines with prices and a total: its fields in challenge.yaml, and the generated code. */
import * as v from 'valibot';
import { contentIdSchema, programNameSchema } from '../field-schemas.ts';
import {
	writeRowsCode,
	sceneDataSchema,
	writeFieldsCode,
	createFunctionReference,
	createLabelReference,
	createTotalReferences,
	totalFunctionSchema,
	type SceneKindCode
} from './code.ts';

export const receiptSceneSchema = v.strictObject({
	kind: v.literal('receipt'),
	title: contentIdSchema,
	data: sceneDataSchema,
	/** Columns of a CSV file whose values the function is given. */
	given: v.exactOptional(v.array(contentIdSchema)),
	unit: v.picklist(['cents', 'euros']),
	function: v.exactOptional(programNameSchema),
	total: v.exactOptional(totalFunctionSchema)
});

export function writeReceiptSceneCode(scene: v.InferOutput<typeof receiptSceneSchema>): SceneKindCode {
	const { title, data, given, unit, function: name, total } = scene;
	const { imports, fields, references } = writeRowsCode(data, 'rows', {
		columns: ['words'],
		given: given ?? [],
		hasRecord: total !== undefined
	});
	return {
		kitFunction: 'receiptScene',
		takesHand: true,
		references: [
			createLabelReference(['title'], title),
			...references,
			...(name === undefined ? [] : [createFunctionReference(['function'], name)]),
			...createTotalReferences(total)
		],
		imports,
		fields: [...writeFieldsCode({ title }), ...fields, ...writeFieldsCode({ unit, function: name, total })]
	};
}
