/** Draws the sheet and the axes of a chart, and computes its scales. */
import { fill, line, noStroke, stroke, strokeWeight, textAlign, textStyle } from 'braise/draw';
import { drawPaperSheet } from '../paper.ts';
import { currentPalette, type Area } from '../stage.ts';
import { drawFittedText } from './fitted.ts';

export interface ChartPlan {
	/** The values. A value that is not a finite number leaves a gap. */
	values: readonly number[];
	/** Labels under the values: one for each value, or a few that are spread over the width. */
	labels?: readonly string[];
	/** A limit that the values may not exceed, and the words beside the limit. */
	limit?: { value: number; label: string };
	/** The unit, written in the upper left corner of the sheet. */
	unit?: string;
	/** Index of the highlighted value. */
	current?: number;
}

interface ChartScales {
	x(index: number): number;
	y(value: number): number;
}

/**
 * Returns the scales. With `inset` 1 each value has a strip of its own, as bars need; with 0 the values reach from edge to edge.
 */
export function chartScalesOf({ x, y, width, height }: Area, { values, limit }: ChartPlan, inset: 0 | 1): ChartScales {
	const finiteValues = [...values, limit?.value ?? 0, 0].filter(Number.isFinite);
	const [low, high] = [Math.min(...finiteValues), Math.max(...finiteValues)];
	const valueRange = high - low || 1;
	const stripCount = Math.max(1, values.length - (inset === 1 ? 0 : 1));
	return {
		x: (index) => x + (width * (index + inset / 2)) / stripCount,
		y: (value) => y + height - ((value - low) / valueRange) * height * 0.94
	};
}

/** Draws the sheet and its axis. Returns the area for the values. */
export function drawAxes(area: Area, { labels = [], unit = '' }: ChartPlan): Area {
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
