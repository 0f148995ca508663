import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDrawModule, type DrawingContext } from './index.ts';
import { resizeCanvas } from './resize-canvas.ts';

const RESET_CONTEXT_STATE = {
	textAlign: 'start',
	textBaseline: 'alphabetic',
	lineCap: 'butt',
	lineJoin: 'miter',
	globalCompositeOperation: 'source-over',
	globalAlpha: 1,
	shadowColor: 'rgba(0, 0, 0, 0)',
	shadowBlur: 0,
	shadowOffsetX: 0,
	shadowOffsetY: 0,
	filter: 'none'
};

/** Creates a context that a change of its canvas's size resets, as in a browser. */
function createResetContext() {
	let lineDash: number[] = [];
	/** The blend mode of each picture, in the order of drawing. */
	const blendModesOfPictures: string[] = [];
	let resetCount = 0;
	const size = { width: 300, height: 150 };
	const state = { ...RESET_CONTEXT_STATE };
	const savedStates: object[] = [];
	const copyContextState = () =>
		Object.fromEntries(Object.keys(RESET_CONTEXT_STATE).map((name) => [name, Reflect.get(state, name)]));
	const resizeAndReset = (side: 'width' | 'height', length: number) => {
		size[side] = length;
		resetCount += 1;
		lineDash = [];
		savedStates.length = 0;
		Object.assign(state, RESET_CONTEXT_STATE);
	};
	const canvas = {
		get width() {
			return size.width;
		},
		set width(length: number) {
			resizeAndReset('width', length);
		},
		get height() {
			return size.height;
		},
		set height(length: number) {
			resizeAndReset('height', length);
		}
	};
	const context = Object.assign(state, {
		canvas,
		save: () => void savedStates.push(copyContextState()),
		restore: () => void Object.assign(state, savedStates.pop()),
		setTransform: () => undefined,
		setLineDash: (dash: number[]) => void (lineDash = dash),
		getLineDash: () => lineDash,
		drawImage: () => void blendModesOfPictures.push(state.globalCompositeOperation)
	});
	return {
		state,
		context: context as unknown as OffscreenCanvasRenderingContext2D,
		blendModesOfPictures,
		resetCount: () => resetCount
	};
}

function startDrawing() {
	const canvas = createResetContext();
	const draw = createDrawModule();
	resizeCanvas(canvas.context, { width: 400, height: 200, ratio: 1 }, draw);
	return { ...canvas, draw, p: draw.module };
}

beforeEach(() =>
	vi.stubGlobal(
		'OffscreenCanvas',
		class {
			readonly width: number;
			readonly height: number;
			constructor(width: number, height: number) {
				this.width = width;
				this.height = height;
			}
			getContext(): Pick<DrawingContext, 'drawImage'> {
				return { drawImage: () => undefined };
			}
		}
	)
);
afterEach(() => vi.unstubAllGlobals());

test('resizing the canvas keeps the sketch’s style, and puts the picture back without blending', () => {
	const { context, draw, p, state, blendModesOfPictures } = startDrawing();
	expect(state.lineCap).toBe('round');
	p.textAlign('center', 'top');
	p.blendMode('multiply');
	p.strokeCap('butt');
	p.strokeJoin('bevel');
	context.setLineDash([4, 2]);
	context.filter = 'blur(2px)';
	resizeCanvas(context, { width: 500, height: 300, ratio: 1 }, draw);
	expect(state).toMatchObject({
		textAlign: 'center',
		textBaseline: 'top',
		globalCompositeOperation: 'multiply',
		lineCap: 'butt',
		lineJoin: 'bevel',
		filter: 'blur(2px)'
	});
	expect(context.getLineDash()).toEqual([4, 2]);
	expect(blendModesOfPictures).toEqual(['source-over']);
});

test('resizing the canvas scales a shadow with the shapes that cast it', () => {
	const { context, draw, p, state } = startDrawing();
	p.fit(400, 200);
	p.shadow('red', 10, 2, 4);
	resizeCanvas(context, { width: 800, height: 400, ratio: 2 }, draw);
	expect(state).toMatchObject({ shadowColor: 'red', shadowBlur: 40, shadowOffsetX: 8, shadowOffsetY: 16 });
});

test('a style set within a push that a frame left open is dropped on resizing', () => {
	const { context, draw, p, state } = startDrawing();
	draw.beginFrame(0);
	p.push();
	p.shadow('black', 20);
	resizeCanvas(context, { width: 500, height: 300, ratio: 1 }, draw);
	expect(state).toMatchObject({ shadowColor: RESET_CONTEXT_STATE.shadowColor, shadowBlur: 0 });
	draw.beginFrame(16);
	expect(state).toMatchObject({ shadowColor: RESET_CONTEXT_STATE.shadowColor, shadowBlur: 0 });
});

test('a canvas that already has the wanted size and density is not reset', () => {
	const { context, draw, resetCount } = startDrawing();
	const countBefore = resetCount();
	resizeCanvas(context, { width: 400, height: 200, ratio: 1 }, draw);
	expect(resetCount()).toBe(countBefore);
	resizeCanvas(context, { width: 400, height: 200, ratio: 2 }, draw);
	expect(resetCount()).toBeGreaterThan(countBefore);
});
