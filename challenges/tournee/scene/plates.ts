/** The meal of each home: awaited, hot, cold or forgotten. Shape and sign say it, not colour alone. */
import {
	circle,
	drawingContext,
	fill,
	line,
	noFill,
	noStroke,
	pop,
	push,
	scale,
	stroke,
	strokeWeight,
	text,
	textAlign,
	textSize,
	textStyle,
	translate
} from 'braise/draw';
import type { Point } from './country';
import type { Frame } from './frame';
import { waver } from './paper';

export type Meal = 'awaited' | 'hot' | 'cold' | 'forgotten';

function steam(frame: Frame, index: number): void {
	const { palette, time, still } = frame;
	const context = drawingContext;
	context.strokeStyle = palette.smoke;
	context.lineCap = 'round';
	for (const strand of [-1, 0, 1]) {
		const sway = still ? strand : Math.sin(time * 2.4 + index * 1.7 + strand * 1.3);
		const rise = still ? 0.6 : (time * 0.55 + index * 0.37 + strand * 0.33 + 3) % 1;
		context.globalAlpha = 0.9 * Math.sin(Math.PI * rise);
		context.lineWidth = 2.6;
		const [x, y] = [strand * 5, -7 - rise * 9];
		context.beginPath();
		context.moveTo(x, y);
		context.bezierCurveTo(x + 3 * sway, y - 4, x - 3 * sway, y - 8, x + 1.5 * sway, y - 12);
		context.stroke();
	}
	context.globalAlpha = 1;
}

function flake(colour: string): void {
	stroke(colour);
	strokeWeight(1.8);
	for (let arm = 0; arm < 3; arm++) {
		const [across, down] = [Math.cos((arm * Math.PI) / 3), Math.sin((arm * Math.PI) / 3)];
		line(-across * 5, -down * 5, across * 5, down * 5);
	}
}

/** Standing above the home at `at`. */
export function plate(frame: Frame, at: Point, meal: Meal, index: number, grown: number): void {
	const { palette, layout, time, still } = frame;
	push();
	translate(at.x, at.y - 33 * layout.unit);
	const waits = meal === 'forgotten' && !still ? 1 + 0.1 * Math.sin(time * 6 + waver(index, 1)) : 1;
	scale(Math.max(0.8, layout.unit) * (0.5 + 0.5 * grown) * waits);
	if (meal === 'hot') steam(frame, index);
	noStroke();
	fill(palette.shadow);
	circle(1, 3, meal === 'awaited' ? 13 : 23);
	fill({ awaited: palette.paper, hot: palette.hotWash, cold: palette.coldWash, forgotten: palette.redWash }[meal]);
	circle(0, 0, meal === 'awaited' ? 13 : 23);
	if (meal === 'awaited') {
		noFill();
		stroke('#8a7c68');
		strokeWeight(1.4);
		circle(0, 0, 6);
	} else if (meal === 'hot') {
		noStroke();
		fill(palette.day ? '#e2661f' : '#e8702c');
		circle(0, 0, 14.5);
		fill('#f6b04a');
		circle(-2, -1.5, 6);
		fill('#7f9a52');
		circle(3, 2.5, 4.5);
	} else if (meal === 'cold') {
		noFill();
		stroke('#2c5c8a');
		strokeWeight(1.8);
		circle(0, 0, 17);
		flake('#2c5c8a');
	} else {
		noStroke();
		fill('#b02a1f');
		textStyle('bold');
		textSize(18);
		textAlign('center', 'alphabetic');
		text('?', 0, 6.5);
	}
	pop();
}

/** A small heart: somebody who sees nobody else that day. */
export function heart(frame: Frame, x: number, y: number, size: number): void {
	const context = drawingContext;
	const shape = (grow: number) => {
		const s = (size / 2) * grow;
		context.beginPath();
		context.moveTo(x, y + s);
		context.bezierCurveTo(x - s * 2.2, y - s * 0.4, x - s * 0.9, y - s * 1.6, x, y - s * 0.5);
		context.bezierCurveTo(x + s * 0.9, y - s * 1.6, x + s * 2.2, y - s * 0.4, x, y + s);
		context.fill();
	};
	context.fillStyle = '#fffaf0';
	shape(1.45);
	context.fillStyle = frame.palette.red;
	shape(1);
}
