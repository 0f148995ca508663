/** The scene kind `grid`, which shows a plan's cells: its fields in challenge.yaml, and the code made of them. */
import * as v from 'valibot';
import { contentIdSchema, programNameSchema } from '../field-schemas.ts';
import {
	writeRowsCode,
	sceneDataSchema,
	writeFieldsCode,
	createFunctionReference,
	createLabelReference,
	type SceneKindCode
} from './code.ts';

export const gridSceneSchema = v.strictObject({
	kind: v.literal('grid'),
	title: contentIdSchema,
	ground: v.picklist(['garden', 'parking', 'ward']),
	data: sceneDataSchema,
	function: programNameSchema,
	/** Ids of the labels of the values that the function is given. */
	given: v.pipe(v.array(contentIdSchema), v.minLength(1, 'is empty'), v.maxLength(4, 'at most four values')),
	/** Values that a cell may have; the first value of the list stands for an empty cell. */
	values: v.pipe(
		v.array(v.union([v.string(), v.number(), v.boolean()], 'a text, a number, true or false')),
		v.minLength(2, 'two at least: what an empty cell is, and what another one is'),
		v.maxLength(7, 'at most seven: more cannot be told apart')
	)
});

export function writeGridSceneCode(scene: v.InferOutput<typeof gridSceneSchema>): SceneKindCode {
	const { title, ground, data, function: name, given, values } = scene;
	const { imports, fields, references } = writeRowsCode(data, 'cells', { columns: ['row', 'column'], given });
	return {
		kitFunction: 'gridScene',
		takesHand: true,
		references: [
			createLabelReference(['title'], title),
			...references,
			createFunctionReference(['function'], name),
			...given.map((id, index) => createLabelReference(['given', index], id))
		],
		imports,
		fields: [...writeFieldsCode({ title, ground }), ...fields, ...writeFieldsCode({ function: name, given, values })]
	};
}
