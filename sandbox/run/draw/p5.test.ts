import { describe, expect, it } from 'vitest';
import { createDrawModule } from './index.ts';
import { shapeBoxOf } from './constants.ts';
import { splineCurves } from './free-shape.ts';

const { module: p, isDrawingDue } = createDrawModule();

describe('colorMode', () => {
	it('reads colours as hsb, hsl or rgb', () => {
		p.colorMode('hsb');
		expect(p.color(0, 100, 100)).toBe('rgb(255, 0, 0)');
		expect(p.color(120, 100, 50)).toBe('rgb(0, 128, 0)');
		expect(p.color(240, 100, 100, 0.5)).toBe('rgb(0, 0, 255, 0.5)');
		expect(p.color(50)).toBe('rgb(128, 128, 128)');
		p.colorMode('hsl', 1);
		expect(p.color(0.5, 1, 0.5)).toBe('rgb(0, 255, 255)');
		p.colorMode('rgb');
		expect(p.color(255, 120, 0)).toBe('rgb(255, 120, 0)');
		expect(p.color(200, 100)).toBe('rgb(200, 200, 200, 0.39)');
	});
	it('lets a sketch read a colour’s components, such as red or hue', () => {
		expect([p.red('#f26b21'), p.green('#f26b21'), p.blue('#f26b21')]).toEqual([242, 107, 33]);
		expect(p.alpha('rgba(0, 0, 0, 0.5)')).toBeCloseTo(127.5);
		expect(p.hue('#00ff00')).toBeCloseTo(120);
		expect(p.lightness('#00ff00')).toBeCloseTo(50);
		expect(p.brightness('#00ff00')).toBeCloseTo(100);
		expect(p.saturation('#808080')).toBe(0);
	});
});

describe('rectMode', () => {
	it.each([
		['corner', { x: 10, y: 20, width: 30, height: 40 }],
		['center', { x: -5, y: 0, width: 30, height: 40 }],
		['radius', { x: -20, y: -20, width: 60, height: 80 }],
		['corners', { x: 10, y: 20, width: 20, height: 20 }]
	] as const)('places a rectangle by its %s', (mode, box) => {
		expect(shapeBoxOf(mode, 10, 20, 30, 40)).toEqual(box);
	});
});

describe('angleMode', () => {
	it('measures angles in degrees or radians', () => {
		p.angleMode(p.DEGREES);
		expect(p.sin(90)).toBeCloseTo(1);
		expect(p.atan2(1, 1)).toBeCloseTo(45);
		expect(p.createVector(0, 2).heading()).toBeCloseTo(90);
		p.angleMode(p.RADIANS);
		expect(p.sin(p.HALF_PI)).toBeCloseTo(1);
	});
});

describe('a vector', () => {
	it('is changed by its methods, and a copy is not', () => {
		const vector = p.createVector(3, 4);
		const copy = vector.copy();
		expect(vector.mag()).toBe(5);
		expect(vector.add(copy).array()).toEqual([6, 8, 0]);
		expect(vector.limit(5).array()).toEqual([3, 4, 0]);
		expect(vector.sub(1, 1).mult(2).array()).toEqual([4, 6, 0]);
		expect(vector.div(0).array()).toEqual([4, 6, 0]);
		expect(copy.array()).toEqual([3, 4, 0]);
		expect(p.createVector(1, 0).rotate(p.HALF_PI).y).toBeCloseTo(1);
		expect(p.createVector(0, 0).normalize().mag()).toBe(0);
	});
});

describe('numbers', () => {
	it('shuffle keeps all elements; pow, sq, mag and fract give the right results', () => {
		const cards = [1, 2, 3, 4, 5];
		expect(p.shuffle(cards).sort()).toEqual(cards);
		expect([p.pow(2, 10), p.sq(5), p.mag(30, 40), p.fract(2.75)]).toEqual([1024, 25, 50, 0.75]);
	});
});

describe('the pace of drawing', () => {
	it('is sixty frames a second, slower after frameRate, and on demand after noLoop', () => {
		expect([isDrawingDue(0), isDrawingDue(17), isDrawingDue(33)]).toEqual([true, true, true]);
		p.frameRate(10);
		const drawnFrames = Array.from({ length: 60 }, (_, nth) => isDrawingDue(1000 + (nth * 1000) / 60)).filter(Boolean);
		expect(drawnFrames.length).toBe(10);
		p.noLoop();
		expect(isDrawingDue(5000)).toBe(false);
		p.redraw();
		expect([isDrawingDue(5017), isDrawingDue(5033)]).toEqual([true, false]);
		p.loop();
		expect(isDrawingDue(6000)).toBe(true);
	});
});

describe('a spline', () => {
	const splinePoints = [
		{ x: 0, y: 0 },
		{ x: 6, y: 0 },
		{ x: 6, y: 6 }
	];
	it('goes through all points, with the control points of p5', () => {
		expect(splineCurves(splinePoints, 0, false)).toEqual([
			[
				{ x: 1, y: 0 },
				{ x: 5, y: -1 },
				{ x: 6, y: 0 }
			],
			[
				{ x: 7, y: 1 },
				{ x: 6, y: 5 },
				{ x: 6, y: 6 }
			]
		]);
	});
	it('consists of straight lines at tightness 1', () => {
		expect(splineCurves(splinePoints, 1, false)[0]).toEqual([
			{ x: 0, y: 0 },
			{ x: 6, y: 0 },
			{ x: 6, y: 0 }
		]);
	});
	it('comes back to its first point without a corner when it is closed', () => {
		const parts = splineCurves(splinePoints, 0, true);
		expect(parts).toHaveLength(3);
		const [first, last] = [parts[0], parts[2]];
		expect(last?.[2]).toEqual({ x: 0, y: 0 });
		// The curve has the same direction before and after the first point.
		expect([0 - (last?.[1].x ?? 0), 0 - (last?.[1].y ?? 0)]).toEqual([first?.[0].x, first?.[0].y]);
	});
	it('has no curve with fewer than two points', () => {
		expect(splineCurves(splinePoints.slice(0, 1), 0, true)).toEqual([]);
	});
});
