/** Draws numbers as bars or as a line, with a limit that they may not exceed. */
import {
	beginShape,
	circle,
	drawingContext,
	endShape,
	fill,
	line,
	noFill,
	noStroke,
	stroke,
	strokeWeight,
	textAlign,
	textStyle,
	textWidth,
	vertex
} from 'braise/draw';
import { drawRoundedBox } from '../paper.ts';
import { currentPalette, type Area } from '../stage.ts';
import { drawAxes, chartScalesOf, type ChartPlan } from './axes.ts';
import { drawFittedText } from './fitted.ts';

/** Draws a bar for each value. Bars above the limit are hatched. */
export function bars(area: Area, plan: ChartPlan): void {
	const inside = drawAxes(area, plan);
	const { x, y } = chartScalesOf(inside, plan, 1);
	const { values, limit, current } = plan;
	const wide = (inside.width / Math.max(1, values.length)) * 0.68;
	const { ember, red } = currentPalette();
	values.forEach((value, index) => {
		if (!Number.isFinite(value)) return;
		const over = limit !== undefined && value > limit.value;
		const [top, low] = [Math.min(y(value), y(0)), Math.max(y(value), y(0))];
		const left = x(index) - wide / 2;
		drawRoundedBox(
			over ? red : index === current ? ember : '#3f6472',
			left,
			top,
			wide,
			Math.max(1.5, low - top),
			3,
			3,
			0,
			0
		);
		if (over) hatch(left, top, wide, low - top);
	});
	border(inside, plan, y);
}

/** Draws a line through the values. It has a gap where a value is missing. */
export function chart(area: Area, plan: ChartPlan): void {
	const inside = drawAxes(area, plan);
	const { x, y } = chartScalesOf(inside, plan, 0);
	const { values, limit, current } = plan;
	const { ember, red, paper } = currentPalette();
	noFill();
	stroke('#3f6472');
	strokeWeight(3);
	let isOpen = false;
	values.forEach((value, index) => {
		if (!Number.isFinite(value)) {
			if (isOpen) endShape();
			isOpen = false;
			return;
		}
		if (!isOpen) beginShape();
		isOpen = true;
		vertex(x(index), y(value));
	});
	if (isOpen) endShape();
	noStroke();
	values.forEach((value, index) => {
		if (!Number.isFinite(value)) return;
		const over = limit !== undefined && value > limit.value;
		if (!over && index !== current && values.length > 24) return;
		fill(paper);
		circle(x(index), y(value), over ? 11 : 9);
		fill(over ? red : index === current ? ember : '#3f6472');
		circle(x(index), y(value), over ? 8 : 6);
	});
	border(inside, plan, y);
}

/** Draws the limit as a line, and its words where no bar covers them. */
function border({ x, y: top, width }: Area, { limit }: ChartPlan, y: (value: number) => number): void {
	if (limit === undefined) return;
	const { red } = currentPalette();
	const height = y(limit.value);
	const wide = width * 0.7;
	textStyle('bold');
	textAlign('right', 'center');
	fill(red);
	drawFittedText(limit.label, x + width + 6, top - 11, 13, wide);
	const left = x + width - Math.min(wide, textWidth(limit.label));
	stroke(red);
	strokeWeight(1.8);
	drawingContext.setLineDash([7, 5]);
	line(x - 6, height, x + width + 6, height);
	line(left - 24, top - 11, left - 2, top - 11);
	drawingContext.setLineDash([]);
	noStroke();
}

function hatch(x: number, y: number, wide: number, high: number): void {
	const context = drawingContext;
	context.save();
	context.beginPath();
	context.rect(x, y, wide, high);
	context.clip();
	stroke('rgba(255, 255, 255, 0.45)');
	strokeWeight(2);
	for (let at = -high; at < wide; at += 8) line(x + at, y + high, x + at + high, y);
	noStroke();
	context.restore();
}
