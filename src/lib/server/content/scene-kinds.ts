import * as v from 'valibot';
import type { SceneKindCode } from './kinds/code.ts';
import {
	writeGridSceneCode,
	gridSceneSchema,
	writeLineSceneCode,
	lineSceneSchema,
	writeReceiptSceneCode,
	receiptSceneSchema,
	writeRoundSceneCode,
	roundSceneSchema,
	writeWeekSceneCode,
	weekSceneSchema
} from './kinds/week.ts';
import { writeRowsSceneCode, queueSceneSchema, tableSceneSchema, type ColumnTypesByFile } from './kinds/rows.ts';

export const sceneSchema = v.pipe(
	v.variant('kind', [
		lineSceneSchema,
		tableSceneSchema,
		queueSceneSchema,
		roundSceneSchema,
		weekSceneSchema,
		receiptSceneSchema,
		gridSceneSchema
	]),
	v.check(
		(scene) => scene.kind !== 'receipt' || scene.function !== undefined || scene.total !== undefined,
		'a receipt needs `function`, what a line costs, or `total`, what all of them come to'
	),
	v.check((scene) => scene.kind !== 'week' || scene.opens !== scene.closes, 'a week opens before it closes')
);
export type SceneDescription = v.InferOutput<typeof sceneSchema>;

/** Writes a scene's description as code. `columnsOf` holds the columns' types, which say which values are times. */
export function writeSceneCode(scene: SceneDescription, columnsOf: ColumnTypesByFile): SceneKindCode {
	switch (scene.kind) {
		case 'line':
			return writeLineSceneCode(scene);
		case 'round':
			return writeRoundSceneCode(scene);
		case 'week':
			return writeWeekSceneCode(scene);
		case 'receipt':
			return writeReceiptSceneCode(scene);
		case 'grid':
			return writeGridSceneCode(scene);
		default:
			return writeRowsSceneCode(scene, columnsOf);
	}
}
