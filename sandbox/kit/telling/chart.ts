import {
	fill,
	line,
	noStroke,
	stroke,
	strokeWeight,
	textAlign,
	textStyle,
	beginShape,
	circle,
	drawingContext,
	endShape,
	noFill,
	textWidth,
	vertex
} from 'braise/draw';
import { drawPaperSheet, drawRoundedBox } from '../paper.ts';
import { currentPalette, type Area } from '../stage.ts';
import { drawFittedText } from './writing.ts';

interface ChartPlan {
	/** The values. A value that is not a finite number leaves a gap. */
	values: readonly number[];
	/** Labels under the values: one for each value, or a few that are spread over the width. */
	labels?: readonly string[];
	limit?: { value: number; label: string };
	unit?: string;
	current?: number;
}

interface ChartScales {
	x(index: number): number;
	y(value: number): number;
}

/**
 * Returns the scales. With `inset` 1 each value has a strip of its own, as bars need; with 0 the values reach from edge to edge.
 */
function chartScalesOf({ x, y, width, height }: Area, { values, limit }: ChartPlan, inset: 0 | 1): ChartScales {
	const finiteValues = [...values, limit?.value ?? 0, 0].filter(Number.isFinite);
	const [low, high] = [Math.min(...finiteValues), Math.max(...finiteValues)];
	const valueRange = high - low || 1;
	const stripCount = Math.max(1, values.length - (inset === 1 ? 0 : 1));
	return {
		x: (index) => x + (width * (index + inset / 2)) / stripCount,
		y: (value) => y + height - ((value - low) / valueRange) * height * 0.94
	};
}

function drawAxes(area: Area, { labels = [], unit = '' }: ChartPlan): Area {
	const { paper, shade, quiet } = currentPalette();
	const { x, y, width, height } = area;
	drawPaperSheet(paper, shade, [x, y, x + width, y, x + width, y + height, x, y + height], 6, 1.2);
	const valueArea = { x: x + 18, y: y + 24, width: width - 36, height: height - (labels.length > 0 ? 54 : 38) };
	stroke(quiet);
	strokeWeight(1.4);
	line(
		valueArea.x - 6,
		valueArea.y + valueArea.height,
		valueArea.x + valueArea.width + 6,
		valueArea.y + valueArea.height
	);
	noStroke();
	fill(quiet);
	textStyle('normal');
	textAlign('left', 'center');
	drawFittedText(unit, valueArea.x - 6, y + 13, 13, width - 30);
	textAlign('center', 'center');
	const labelWidth = valueArea.width / Math.max(1, labels.length);
	labels.forEach((words, index) =>
		drawFittedText(
			words,
			valueArea.x + labelWidth * (index + 0.5),
			valueArea.y + valueArea.height + 14,
			13,
			labelWidth - 4
		)
	);
	return valueArea;
}

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
