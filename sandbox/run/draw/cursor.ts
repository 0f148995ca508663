/** The functions `cursor` and `noCursor`, which choose how the pointer looks above the sketch. */
import { isCursorShape, type CursorShape } from '../../cursor-shape.ts';

/** Calls `onChange` for each new shape only, because a sketch may choose one in every frame. */
export function createCursorFunctions(onChange: (shape: CursorShape) => void) {
	let currentShape: CursorShape = 'default';
	const setCursorShape = (shape: CursorShape): void => {
		if (shape === currentShape) return;
		currentShape = shape;
		onChange(shape);
	};
	return {
		/** Sets the shape, by a constant or its name in CSS. Any other text changes nothing, as in p5. */
		cursor: (shape: unknown = 'default') => {
			if (isCursorShape(shape)) setCursorShape(shape);
		},
		noCursor: () => setCursorShape('none')
	};
}
