import { describe, expect, it } from 'vitest';
import { createDrawModule, type DrawingContext, type DrawHost } from './index.ts';

function createRecordingContext() {
	const calls: [name: string, ...values: unknown[]][] = [];
	const properties: Record<string, unknown> = {};
	const context = new Proxy(properties, {
		get: (_, name: string) => {
			if (name in properties) return properties[name];
			if (name === 'measureText') return (text: string) => ({ width: text.length * 10 });
			return (...values: unknown[]) => void calls.push([name, ...values]);
		},
		set: (_, name: string, value) => {
			properties[name] = value;
			calls.push([`${name}=`, value]);
			return true;
		}
	}) as unknown as DrawingContext;
	return { context, calls, named: (name: string) => calls.filter(([called]) => called === name) };
}

function startDrawing(host: DrawHost = {}) {
	const recorder = createRecordingContext();
	const draw = createDrawModule({ makeCanvas: () => undefined, ...host });
	draw.attachContext(recorder.context, 400, 200, 2);
	draw.beginFrame(0);
	recorder.calls.length = 0;
	return { ...recorder, draw, p: draw.module };
}

describe('shapes', () => {
	it('a circle is drawn by its diameter', () => {
		const { p, named } = startDrawing();
		p.circle(10, 20, 30);
		expect(named('arc')).toEqual([['arc', 10, 20, 15, 0, Math.PI * 2]]);
	});
	it('a shape has the fill colour, and no outline after noStroke', () => {
		const { p, named } = startDrawing();
		p.fill(255, 120, 0);
		p.noStroke();
		p.rect(0, 0, 5, 5);
		expect(named('fillStyle=')).toEqual([['fillStyle=', 'rgb(255, 120, 0)']]);
		expect(named('stroke')).toEqual([]);
	});
	it('a free shape is closed by endShape(CLOSE)', () => {
		const { p, named } = startDrawing();
		p.beginShape();
		p.vertex(0, 0);
		p.vertex(5, 5);
		p.endShape(p.CLOSE);
		expect(named('closePath')).toHaveLength(1);
	});
	it('a circle drawn during a free shape does not break that shape', () => {
		const { p, calls, named } = startDrawing();
		p.beginShape();
		p.vertex(0, 0);
		p.bezierVertex(1, 1, 2, 2, 3, 3);
		p.circle(50, 50, 10);
		p.vertex(5, 5);
		p.endShape(p.CLOSE);
		const pathCalls = calls.slice(calls.findLastIndex(([name]) => name === 'beginPath'));
		expect(pathCalls.slice(0, 5)).toEqual([
			['beginPath'],
			['lineTo', 0, 0],
			['bezierCurveTo', 1, 1, 2, 2, 3, 3],
			['lineTo', 5, 5],
			['closePath']
		]);
		expect(named('arc')).toHaveLength(1);
	});
});

describe('errors', () => {
	it('say which value is missing or not a number, in the sketch’s language', () => {
		const { p } = startDrawing({ language: 'fr' });
		const circle = p.circle as (...values: unknown[]) => void;
		expect(() => circle('a', 1, 2)).toThrow("circle(x, y, diameter) : « x » est le texte 'a', il faut un nombre.");
		expect(() => circle(1, 2)).toThrow('il manque « diameter ».');
		expect(() => circle(1, NaN, 2)).toThrow('« y » vaut NaN');
		const english = startDrawing({ language: 'en' }).p.circle as (...values: unknown[]) => void;
		expect(() => english(1, 2)).toThrow('circle(x, y, diameter): “diameter” is missing.');
	});
	it('say that undefined is not a colour', () => {
		expect(() => startDrawing({ language: 'en' }).p.fill(undefined)).toThrow('undefined is not a colour');
	});
	it('give the English name of a French colour word, and refuse an unknown colour word', () => {
		const drawing = startDrawing();
		let fillStyle: unknown = '#000000';
		Object.defineProperty(drawing.context, 'fillStyle', {
			get: () => fillStyle,
			set: (value: unknown) => (fillStyle = value === 'rouge' || value === 'redd' ? fillStyle : value)
		});
		expect(() => drawing.p.fill('rouge')).toThrow("fill : la couleur 'rouge' s’écrit en anglais : 'red'.");
		expect(() => drawing.p.fill('redd')).toThrow("'redd' n’est pas une couleur.");
		expect(() => drawing.p.fill('red')).not.toThrow();
	});
	it('report pop without push', () => {
		expect(() => startDrawing().p.pop()).toThrow('pop()');
	});
});

describe('a colour with opacity', () => {
	/** Draws on a canvas that knows the name of a single colour. */
	function startWithNamedColour() {
		const drawing = startDrawing();
		let fillStyle: unknown = '#000000';
		Object.defineProperty(drawing.context, 'fillStyle', {
			get: () => fillStyle,
			set: (value: unknown) => (fillStyle = value === 'tomato' ? '#ff6347' : value)
		});
		return drawing.p;
	}
	it('can be given by its name or its code', () => {
		expect(startWithNamedColour().color('tomato', 51)).toBe('rgba(255, 99, 71, 0.2)');
		expect(startWithNamedColour().color('#ff6347', 51)).toBe('rgba(255, 99, 71, 0.2)');
	});
	it('has an opacity limited to between 0 and 1', () => {
		const p = startWithNamedColour();
		expect([p.color('tomato', 999), p.color('tomato', -5)]).toEqual(['rgba(255, 99, 71, 1)', 'rgba(255, 99, 71, 0)']);
	});
});

describe('the sheet of a sketch', () => {
	it('has its earlier style again after push and pop', () => {
		const { p, named } = startDrawing();
		p.fill('#ff0000');
		p.push();
		p.fill('#0000ff');
		p.pop();
		p.circle(1, 1, 1);
		expect(named('fillStyle=')).toEqual([['fillStyle=', '#ff0000']]);
	});
	it('is fitted in the middle of the canvas, and pointer positions follow', () => {
		const { p, named, draw } = startDrawing();
		p.fit(100, 100);
		expect([p.width, p.height, p.canvasWidth]).toEqual([100, 100, 400]);
		expect([p.windowWidth, p.windowHeight, p.displayWidth, p.displayHeight]).toEqual([400, 200, 400, 200]);
		expect(named('setTransform')).toEqual([['setTransform', 4, 0, 0, 4, 200, 0]]);
		draw.pointer({ type: 'down', x: 200, y: 100 });
		expect([p.mouseX, p.mouseY, p.mouseIsPressed]).toEqual([50, 50, true]);
	});
	it('draws a gradient background in its own units, over the whole canvas', () => {
		const { p, named } = startDrawing();
		p.fit(100, 100);
		const gradient = { addColorStop: () => undefined };
		p.background(gradient);
		expect(named('setTransform').at(-1)).toEqual(['setTransform', 4, 0, 0, 4, 200, 0]);
		expect(named('fillRect')).toEqual([['fillRect', -50, -0, 200, 100]]);
		p.background('red');
		expect(named('fillRect').at(-1)).toEqual(['fillRect', 0, 0, 400, 200]);
	});
	it('ends a push that an earlier frame left open', () => {
		const { p, named, draw } = startDrawing();
		p.push();
		draw.beginFrame(16);
		expect(named('restore')).toHaveLength(1);
		expect(() => p.pop()).toThrow();
	});
	it('paints a layer each time when no second canvas can be made', () => {
		const { p } = startDrawing();
		let paintCount = 0;
		for (let frame = 0; frame < 2; frame++) p.layer('ground', 'day', () => paintCount++);
		expect(paintCount).toBe(2);
	});
	it('keeps a layer until its version changes, and then paints it anew', () => {
		const layerRecorders: ReturnType<typeof createRecordingContext>[] = [];
		const { p } = startDrawing({
			makeCanvas: (width, height) => {
				const layerRecorder = createRecordingContext();
				layerRecorders.push(layerRecorder);
				return { width, height, getContext: () => layerRecorder.context } as unknown as OffscreenCanvas;
			}
		});
		let paintCount = 0;
		for (const version of ['day', 'day', 'night']) p.layer('ground', version, () => paintCount++);
		expect(paintCount).toBe(2);
		expect(layerRecorders.map((layer) => layer.named('reset').length)).toEqual([1]);
	});
});

describe('a layer of a part of the canvas', () => {
	it('has as many pixels as its area, and is drawn in that place', () => {
		const canvasSizes: number[][] = [];
		const layerRecorder = createRecordingContext();
		const { p, named } = startDrawing({
			makeCanvas: (width, height) => {
				canvasSizes.push([width, height]);
				return { width, height, getContext: () => layerRecorder.context } as unknown as OffscreenCanvas;
			}
		});
		const area = { x: 10.2, y: 20, width: 30, height: 40 };
		for (const version of ['day', 'day', 'night']) p.layer('bed', version, () => p.circle(20, 30, 10), area);
		expect(canvasSizes).toEqual([[61, 80]]);
		expect(layerRecorder.named('setTransform')).toEqual([
			['setTransform', 2, 0, 0, 2, -20, -40],
			['setTransform', 2, 0, 0, 2, -20, -40]
		]);
		expect(named('drawImage').map(([, , x, y]) => [x, y])).toEqual([
			[20, 40],
			[20, 40],
			[20, 40]
		]);
	});
	it('is not painted outside the canvas, and refuses NaN in its area', () => {
		const { p, named } = startDrawing();
		let paintCount = 0;
		p.layer('bed', 'day', () => paintCount++, { x: 900, y: 0, width: 30, height: 40 });
		expect([paintCount, named('drawImage').length]).toEqual([0, 0]);
		expect(() => p.layer('bed', 'day', () => paintCount++, { x: NaN, y: 0, width: 1, height: 1 })).toThrow(/layer/);
	});
});

describe('time, keys and words', () => {
	it('frames and milliseconds are counted', () => {
		const { p, draw } = startDrawing();
		draw.beginFrame(16);
		draw.beginFrame(40);
		expect([p.frameCount, p.deltaTime, p.millis()]).toEqual([3, 24, 40]);
	});
	it('a held key is reported as pressed until it is released', () => {
		const { p, draw } = startDrawing();
		draw.keyboard({ type: 'down', key: 'ArrowLeft', keyCode: 37 });
		expect([p.keyIsDown(p.LEFT_ARROW), p.keyIsPressed, p.key]).toEqual([true, true, 'ArrowLeft']);
		draw.keyboard({ type: 'up', key: 'ArrowLeft', keyCode: 37 });
		expect(p.keyIsPressed).toBe(false);
	});
	it('the gaps of a label are filled, and a missing label is shown by its id', () => {
		const { p, draw } = startDrawing();
		draw.setLabels({ minutes: '{minutes} min' });
		expect([p.label('minutes', { minutes: 10 }), p.label('cents')]).toEqual(['10 min', 'cents']);
	});
	it('a text is broken into lines at spaces', () => {
		expect(startDrawing().p.textLines('un deux trois', 70)).toEqual(['un deux', 'trois']);
	});
	it('a description that stays the same is told only once', () => {
		const descriptions: string[] = [];
		const { p } = startDrawing({ onDescribe: (text) => descriptions.push(text) });
		p.describe('A disc.');
		p.describe('A disc.');
		expect(descriptions).toEqual(['A disc.']);
	});
});

describe('numbers', () => {
	it('random numbers and noise repeat for the same seed', () => {
		const [a, b] = [startDrawing().p, startDrawing().p];
		a.randomSeed(7);
		b.randomSeed(7);
		expect([a.random(), a.random(5), a.noise(1.5)]).toEqual([b.random(), b.random(5), b.noise(1.5)]);
	});
	it('a number is mapped to another range, and two colours are mixed', () => {
		const { p } = startDrawing();
		expect(p.map(15, 0, 60, 0, 100)).toBe(25);
		expect(p.map(90, 0, 60, 0, 100, true)).toBe(100);
		expect(p.lerpColor('#000000', '#ffffff', 0.5)).toBe('rgba(128, 128, 128, 1)');
	});
});
