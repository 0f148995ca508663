/** Draws the windows of a ward, the sky and the hill behind them, and their light on the floor. */
import { circle, drawingContext, fill, linearGradient, noStroke, rect } from 'braise/draw';
import { drawRoundedBox, drawPaperPiece, paperOffset } from '../paper.ts';
import type { Area } from '../stage.ts';
import type { WardColours } from '../ward-colours.ts';
import type { WardPlan } from './ward-plan.ts';

/** Returns the window over each bed of the first row. */
function windowAreasOf({ column, wall }: WardPlan): Area[] {
	const width = column * 0.72;
	return [0, 1, 2, 3, 4].map((index) => ({
		x: column * (index + 0.5) - width / 2,
		y: wall * 0.1,
		width,
		height: wall * 0.66
	}));
}

/** Returns a number from 0 to 1, always the same for the same two numbers. */
const pseudoRandom = (index: number, purpose: number): number => (paperOffset(index + 1, purpose) + 1) / 2;

function drawSkyBehindWindows(
	{ sky, orb }: WardColours['outside'],
	{ width, wall, column }: WardPlan,
	isNight: boolean
): void {
	noStroke();
	fill(linearGradient(0, 0, 0, wall * 0.8, ...sky));
	rect(0, 0, width, wall * 0.8);
	for (let star = 0; isNight && star < 46; star++) {
		fill(`rgba(255, 246, 220, ${0.35 + pseudoRandom(star, 1) * 0.5})`);
		circle(pseudoRandom(star, 2) * width, pseudoRandom(star, 3) * wall * 0.55, 0.8 + pseudoRandom(star, 4) * 1.4);
	}
	const x = column * 3.66;
	fill('rgba(255, 240, 200, 0.16)');
	circle(x, wall * 0.3, wall * 0.52);
	fill(orb);
	circle(x, wall * 0.3, wall * 0.27);
	if (!isNight) return;
	fill('rgba(190, 170, 120, 0.25)');
	circle(x - wall * 0.04, wall * 0.27, wall * 0.06);
	circle(x + wall * 0.05, wall * 0.33, wall * 0.04);
}

function drawTownBehindWindows([far, near]: [string, string], { width, wall, column }: WardPlan, isLit: boolean): void {
	const groundY = wall * 0.82;
	const crestPoints = (high: number, phase: number): number[] => {
		const points = [0, groundY];
		for (let step = 0; step <= 40; step++) {
			const wave = Math.sin(step / 8 + phase * 2) * 0.07 + Math.sin((step * 13) / 40 + phase) * 0.03;
			points.push((step / 40) * width, groundY - wall * (wave + high));
		}
		return [...points, width, groundY];
	};
	drawPaperPiece(far, crestPoints(0.27, 0));
	const [steeple, foot] = [column * 1.66, wall * 0.6];
	const eavesY = foot - wall * 0.12;
	drawRoundedBox(near, steeple - 4, foot - wall * 0.13, 8, wall * 0.3);
	drawPaperPiece(near, [steeple - 6, eavesY, steeple, foot - wall * 0.3, steeple + 6, eavesY]);
	drawPaperPiece(near, crestPoints(0.16, 1));
	for (let litWindow = 0; isLit && litWindow < 9; litWindow++)
		drawRoundedBox(
			'#ffd98a',
			pseudoRandom(litWindow, 5) * width,
			wall * (0.66 + pseudoRandom(litWindow, 6) * 0.08),
			2.2,
			2.6
		);
}

/** Draws the view through the windows, and their frames. */
export function drawWardWindows(
	outside: WardColours['outside'],
	frame: string,
	plan: WardPlan,
	isNight: boolean
): void {
	const windowAreas = windowAreasOf(plan);
	const context = drawingContext;
	context.save();
	context.beginPath();
	for (const { x, y, width, height } of windowAreas) context.rect(x, y, width, height);
	context.clip();
	drawSkyBehindWindows(outside, plan, isNight);
	drawTownBehindWindows(outside.hill, plan, isNight);
	context.restore();
	for (const { x, y, width, height } of windowAreas) {
		const barWidth = Math.max(3, width * 0.045);
		drawRoundedBox(frame, x - barWidth, y - barWidth, width + barWidth * 2, barWidth);
		for (const left of [x - barWidth, x + width, x + width / 2 - barWidth / 2])
			drawRoundedBox(frame, left, y, barWidth, height);
		drawRoundedBox(frame, x - barWidth * 2, y + height, width + barWidth * 4, barWidth * 1.3, 2);
		drawRoundedBox('rgba(0, 0, 0, 0.12)', x - barWidth * 2, y + height + barWidth * 1.3, width + barWidth * 4, 2);
	}
}

/** Draws the light that lies on the floor under each window. */
export function drawWindowLight({ orbLight }: WardColours['outside'], plan: WardPlan): void {
	const { wall, height, column } = plan;
	const lightBottom = wall + (height - wall) * 0.5;
	const context = drawingContext;
	for (const { x, width } of windowAreasOf(plan)) {
		const slant = (x + width / 2 - column * 3.5) * 0.22;
		context.beginPath();
		context.moveTo(x, wall);
		context.lineTo(x + width, wall);
		context.lineTo(x + width * 1.25 + slant, lightBottom);
		context.lineTo(x - width * 0.25 + slant, lightBottom);
		context.closePath();
		context.fillStyle = linearGradient(0, wall, 0, lightBottom, `rgba(${orbLight}, 0.3)`, `rgba(${orbLight}, 0)`);
		context.fill();
	}
}
