import * as v from 'valibot';
import { contentIdSchema, programNameSchema, nonEmptyTextSchema } from '../field-schemas.ts';
import {
	clockTimeSchema,
	writeRowsCode,
	sceneDataSchema,
	writeFieldsCode,
	createFunctionReference,
	createLabelReference,
	parseMinuteOfDay,
	type SceneKindCode,
	createTotalReferences,
	totalFunctionSchema,
	writeColumnCode,
	sceneColumnSchema
} from './code.ts';

export const lineSceneSchema = v.strictObject({
	kind: v.literal('line'),
	title: contentIdSchema,
	data: sceneColumnSchema,
	starts: clockTimeSchema,
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

export const roundSceneSchema = v.strictObject({
	kind: v.literal('round'),
	title: contentIdSchema,
	data: sceneDataSchema,
	starts: clockTimeSchema,
	pace: v.pipe(v.number(), v.gtValue(0, 'minutes for a kilometre, more than 0')),
	function: programNameSchema,
	gives: v.picklist(['order', 'next']),
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

export const gridSceneSchema = v.strictObject({
	kind: v.literal('grid'),
	title: contentIdSchema,
	ground: v.picklist(['garden', 'parking', 'ward']),
	data: sceneDataSchema,
	function: programNameSchema,
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

export const weekSceneSchema = v.strictObject({
	kind: v.literal('week'),
	title: contentIdSchema,
	data: sceneDataSchema,
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
