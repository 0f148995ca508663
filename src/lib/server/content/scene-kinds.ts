/** Schemas and generated code of the kinds of scene that an author describes in challenge.yaml. */
import * as v from 'valibot';
import type { SceneKindCode } from './kinds/code.ts';
import { writeGridSceneCode, gridSchema } from './kinds/grid.ts';
import { writeLineSceneCode, lineSchema } from './kinds/line.ts';
import { writeReceiptSceneCode, receiptSchema } from './kinds/receipt.ts';
import { writeRoundSceneCode, roundSchema } from './kinds/round.ts';
import { writeRowsSceneCode, queueSchema, tableSchema, type DataColumns } from './kinds/rows.ts';
import { writeWeekSceneCode, weekSchema } from './kinds/week.ts';

export const sceneSchema = v.pipe(
	v.variant('kind', [lineSchema, tableSchema, queueSchema, roundSchema, weekSchema, receiptSchema, gridSchema]),
	v.check(
		(scene) => scene.kind !== 'receipt' || scene.function !== undefined || scene.total !== undefined,
		'a receipt needs `function`, what a line costs, or `total`, what all of them come to'
	),
	v.check((scene) => scene.kind !== 'week' || scene.opens !== scene.closes, 'a week opens before it closes')
);
export type SceneDescription = v.InferOutput<typeof sceneSchema>;

/** Writes a scene's description as code. `columnsOf` returns the columns' types, which say which values are times. */
export function codeOfScene(scene: SceneDescription, columnsOf: DataColumns): SceneKindCode {
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
