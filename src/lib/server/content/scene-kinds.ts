/** Schemas and generated code of the kinds of scene that an author describes in challenge.yaml. */
import * as v from 'valibot';
import type { SceneKindCode } from './kinds/code.ts';
import { codeOfGrid, gridSchema } from './kinds/grid.ts';
import { codeOfLine, lineSchema } from './kinds/line.ts';
import { codeOfReceipt, receiptSchema } from './kinds/receipt.ts';
import { codeOfRound, roundSchema } from './kinds/round.ts';
import { codeOfRows, queueSchema, tableSchema, type DataColumns } from './kinds/rows.ts';
import { codeOfWeek, weekSchema } from './kinds/week.ts';

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
			return codeOfLine(scene);
		case 'round':
			return codeOfRound(scene);
		case 'week':
			return codeOfWeek(scene);
		case 'receipt':
			return codeOfReceipt(scene);
		case 'grid':
			return codeOfGrid(scene);
		default:
			return codeOfRows(scene, columnsOf);
	}
}
