import { p5Constants, shapeBoxOf, type ShapeBox } from './constants.ts';
import type { AngleUnit } from './modes.ts';
import { paintPath } from './free-shape.ts';
import type { ShapeList } from './shape-list.ts';
import type { DrawingContext, DrawingSurface } from './surface.ts';

const { PIE, CHORD, TWO_PI } = p5Constants;

function ovalOf(surface: DrawingSurface, a: number, b: number, c: number, d: number) {
	const { x, y, width, height } = shapeBoxOf(surface.style.ellipseMode, a, b, c, d);
	return {
		x: x + width / 2,
		y: y + height / 2,
		horizontal: Math.abs(width) / 2,
		vertical: Math.abs(height) / 2
	};
}

function addRoundedRectangle(context: DrawingContext, { x, y, width, height }: ShapeBox, radii: number[]): void {
	const largestRadius = Math.min(Math.abs(width), Math.abs(height)) / 2;
	const first = radii[0] ?? 0;
	const cornerRadiusAt = (index: number) => Math.max(0, Math.min(largestRadius, radii[index] ?? first));
	const [a, b, c, d] = [cornerRadiusAt(0), cornerRadiusAt(1), cornerRadiusAt(2), cornerRadiusAt(3)];
	const right = x + width;
	const bottom = y + height;
	context.moveTo(x + a, y);
	context.arcTo(right, y, right, bottom, b);
	context.arcTo(right, bottom, x, bottom, c);
	context.arcTo(x, bottom, x, y, d);
	context.arcTo(x, y, right, y, a);
	context.closePath();
}

export function createShapeFunctions(surface: DrawingSurface, unit: AngleUnit, shapeList: ShapeList) {
	const { guard } = surface;

	const drawPolygon = (kind: 'triangle' | 'quad', ...corners: number[]) => {
		const { context } = surface;
		context.beginPath();
		for (let index = 0; index < corners.length; index += 2)
			context.lineTo(corners[index] ?? 0, corners[index + 1] ?? 0);
		context.closePath();
		paintPath(surface);
		shapeList.addPolygon(kind, corners);
	};
	const ellipse = (x: number, y: number, width: number, height = width) => {
		guard.requireNumbers('ellipse', ['x', 'y', 'width', 'height'], [x, y, width, height]);
		const oval = ovalOf(surface, x, y, width, height);
		surface.context.beginPath();
		surface.context.ellipse(oval.x, oval.y, oval.horizontal, oval.vertical, 0, 0, TWO_PI);
		paintPath(surface);
		shapeList.addShape('ellipse', oval.x, oval.y);
	};
	const drawRectangle = (
		kind: 'rect' | 'square',
		[x, y, width, height]: readonly [number, number, number, number],
		radii: number[]
	) => {
		const { context } = surface;
		const at = shapeBoxOf(surface.style.rectMode, x, y, width, height);
		context.beginPath();
		if (radii.length === 0) context.rect(at.x, at.y, at.width, at.height);
		else addRoundedRectangle(context, at, radii);
		paintPath(surface);
		shapeList.addShape(kind, at.x + at.width / 2, at.y + at.height / 2);
	};

	return {
		circle(x: number, y: number, diameter: number) {
			guard.requireNumbers('circle', ['x', 'y', 'diameter'], [x, y, diameter]);
			const oval = ovalOf(surface, x, y, diameter, diameter);
			surface.context.beginPath();
			surface.context.arc(oval.x, oval.y, oval.horizontal, 0, TWO_PI);
			paintPath(surface);
			shapeList.addShape('circle', oval.x, oval.y);
		},
		ellipse,
		rect(x: number, y: number, width: number, height = width, ...radii: number[]) {
			guard.requireNumbers('rect', ['x', 'y', 'width', 'height'], [x, y, width, height]);
			drawRectangle('rect', [x, y, width, height], radii);
		},
		square(x: number, y: number, size: number, ...radii: number[]) {
			guard.requireNumbers('square', ['x', 'y', 'size'], [x, y, size]);
			drawRectangle('square', [x, y, size, size], radii);
		},
		line(x1: number, y1: number, x2: number, y2: number) {
			guard.requireNumbers('line', ['x1', 'y1', 'x2', 'y2'], [x1, y1, x2, y2]);
			surface.context.beginPath();
			surface.context.moveTo(x1, y1);
			surface.context.lineTo(x2, y2);
			paintPath(surface, false);
			shapeList.addShape('line', (x1 + x2) / 2, (y1 + y2) / 2);
		},
		point(x: number, y: number) {
			guard.requireNumbers('point', ['x', 'y'], [x, y]);
			const { context, style } = surface;
			if (style.stroke === null) return;
			context.beginPath();
			context.arc(x, y, style.strokeWeight / 2, 0, TWO_PI);
			context.fillStyle = style.stroke;
			context.fill();
			shapeList.addShape('point', x, y);
		},
		triangle(x1: number, y1: number, x2: number, y2: number, x3: number, y3: number) {
			guard.requireNumbers('triangle', ['x1', 'y1', 'x2', 'y2', 'x3', 'y3'], [x1, y1, x2, y2, x3, y3]);
			drawPolygon('triangle', x1, y1, x2, y2, x3, y3);
		},
		quad(x1: number, y1: number, x2: number, y2: number, x3: number, y3: number, x4: number, y4: number) {
			const names = ['x1', 'y1', 'x2', 'y2', 'x3', 'y3', 'x4', 'y4'];
			guard.requireNumbers('quad', names, [x1, y1, x2, y2, x3, y3, x4, y4]);
			drawPolygon('quad', x1, y1, x2, y2, x3, y3, x4, y4);
		},
		arc(x: number, y: number, width: number, height: number, start: number, stop: number, mode?: string) {
			const names = ['x', 'y', 'width', 'height', 'start', 'stop'];
			guard.requireNumbers('arc', names, [x, y, width, height, start, stop]);
			const { context, style } = surface;
			const oval = ovalOf(surface, x, y, width, height);
			const [from, to] = [unit.toRadians(start), unit.toRadians(stop)];
			const beginArcPath = () => {
				context.beginPath();
				context.ellipse(oval.x, oval.y, oval.horizontal, oval.vertical, 0, from, to);
			};
			// As in p5, an arc without mode is filled as a slice, but only its curve is stroked.
			beginArcPath();
			if (mode === undefined || mode === PIE) context.lineTo(oval.x, oval.y);
			if (style.fill !== null) {
				context.fillStyle = style.fill;
				context.fill();
			}
			if (mode === undefined) beginArcPath();
			if (mode === PIE || mode === CHORD) context.closePath();
			const { fill } = style;
			style.fill = null;
			paintPath(surface);
			style.fill = fill;
			shapeList.addShape('arc', oval.x, oval.y);
		},
		bezier(x1: number, y1: number, x2: number, y2: number, x3: number, y3: number, x4: number, y4: number) {
			const names = ['x1', 'y1', 'x2', 'y2', 'x3', 'y3', 'x4', 'y4'];
			guard.requireNumbers('bezier', names, [x1, y1, x2, y2, x3, y3, x4, y4]);
			surface.context.beginPath();
			surface.context.moveTo(x1, y1);
			surface.context.bezierCurveTo(x2, y2, x3, y3, x4, y4);
			paintPath(surface);
			shapeList.addShape('curve', (x1 + x4) / 2, (y1 + y4) / 2);
		}
	};
}
