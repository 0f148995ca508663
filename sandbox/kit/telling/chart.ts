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
	const valueArea = drawAxes(area, plan);
	const { x, y } = chartScalesOf(valueArea, plan, 1);
	const { values, limit, current } = plan;
	const barWidth = (valueArea.width / Math.max(1, values.length)) * 0.68;
	const { ember, red } = currentPalette();
	values.forEach((value, index) => {
		if (!Number.isFinite(value)) return;
		const exceedsLimit = limit !== undefined && value > limit.value;
		const [top, low] = [Math.min(y(value), y(0)), Math.max(y(value), y(0))];
		const left = x(index) - barWidth / 2;
		drawRoundedBox(
			exceedsLimit ? red : index === current ? ember : '#3f6472',
			left,
			top,
			barWidth,
			Math.max(1.5, low - top),
			3,
			3,
			0,
			0
		);
		if (exceedsLimit) drawBarHatching(left, top, barWidth, low - top);
	});
	drawChartLimit(valueArea, plan, y);
}

/** Draws a line through the values. It has a gap where a value is missing. */
export function chart(area: Area, plan: ChartPlan): void {
	const valueArea = drawAxes(area, plan);
	const { x, y } = chartScalesOf(valueArea, plan, 0);
	const { values, limit, current } = plan;
	const { ember, red, paper } = currentPalette();
	noFill();
	stroke('#3f6472');
	strokeWeight(3);
	let isLineOpen = false;
	values.forEach((value, index) => {
		if (!Number.isFinite(value)) {
			if (isLineOpen) endShape();
			isLineOpen = false;
			return;
		}
		if (!isLineOpen) beginShape();
		isLineOpen = true;
		vertex(x(index), y(value));
	});
	if (isLineOpen) endShape();
	noStroke();
	values.forEach((value, index) => {
		if (!Number.isFinite(value)) return;
		const exceedsLimit = limit !== undefined && value > limit.value;
		if (!exceedsLimit && index !== current && values.length > 24) return;
		fill(paper);
		circle(x(index), y(value), exceedsLimit ? 11 : 9);
		fill(exceedsLimit ? red : index === current ? ember : '#3f6472');
		circle(x(index), y(value), exceedsLimit ? 8 : 6);
	});
	drawChartLimit(valueArea, plan, y);
}

/** Draws the limit as a line, and its words where no bar covers them. */
function drawChartLimit({ x, y: top, width }: Area, { limit }: ChartPlan, y: (value: number) => number): void {
	if (limit === undefined) return;
	const { red } = currentPalette();
	const limitY = y(limit.value);
	const wide = width * 0.7;
	textStyle('bold');
	textAlign('right', 'center');
	fill(red);
	drawFittedText(limit.label, x + width + 6, top - 11, 13, wide);
	const left = x + width - Math.min(wide, textWidth(limit.label));
	stroke(red);
	strokeWeight(1.8);
	drawingContext.setLineDash([7, 5]);
	line(x - 6, limitY, x + width + 6, limitY);
	line(left - 24, top - 11, left - 2, top - 11);
	drawingContext.setLineDash([]);
	noStroke();
}

function drawBarHatching(x: number, y: number, wide: number, high: number): void {
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
