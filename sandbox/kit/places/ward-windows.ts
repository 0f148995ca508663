/** Draws the windows of a ward, the sky and the hill behind them, and their light on the floor. */
import { circle, drawingContext, fill, linearGradient, noStroke, rect } from 'braise/draw';
import { drawRoundedBox, drawPaperPiece, paperOffset } from '../paper.ts';
import type { Area } from '../stage.ts';
import type { WardColours } from '../ward-colours.ts';
import type { WardPlan } from './ward-plan.ts';

/** Returns the window over each bed of the first row. */
function windowsOf({ column, wall }: WardPlan): Area[] {
	const width = column * 0.72;
	return [0, 1, 2, 3, 4].map((index) => ({
		x: column * (index + 0.5) - width / 2,
		y: wall * 0.1,
		width,
		height: wall * 0.66
	}));
}

/** Returns a number from 0 to 1, always the same for the same two numbers. */
const chance = (index: number, about: number): number => (paperOffset(index + 1, about) + 1) / 2;

function sky({ sky, orb }: WardColours['outside'], { width, wall, column }: WardPlan, isNight: boolean): void {
	noStroke();
	fill(linearGradient(0, 0, 0, wall * 0.8, ...sky));
	rect(0, 0, width, wall * 0.8);
	for (let star = 0; isNight && star < 46; star++) {
		fill(`rgba(255, 246, 220, ${0.35 + chance(star, 1) * 0.5})`);
		circle(chance(star, 2) * width, chance(star, 3) * wall * 0.55, 0.8 + chance(star, 4) * 1.4);
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

function town([far, near]: [string, string], { width, wall, column }: WardPlan, isLit: boolean): void {
	const ground = wall * 0.82;
	const crest = (high: number, phase: number): number[] => {
		const points = [0, ground];
		for (let step = 0; step <= 40; step++) {
			const wave = Math.sin(step / 8 + phase * 2) * 0.07 + Math.sin((step * 13) / 40 + phase) * 0.03;
			points.push((step / 40) * width, ground - wall * (wave + high));
		}
		return [...points, width, ground];
	};
	drawPaperPiece(far, crest(0.27, 0));
	const [steeple, foot] = [column * 1.66, wall * 0.6];
	const eaves = foot - wall * 0.12;
	drawRoundedBox(near, steeple - 4, foot - wall * 0.13, 8, wall * 0.3);
	drawPaperPiece(near, [steeple - 6, eaves, steeple, foot - wall * 0.3, steeple + 6, eaves]);
	drawPaperPiece(near, crest(0.16, 1));
	for (let lit = 0; isLit && lit < 9; lit++)
		drawRoundedBox('#ffd98a', chance(lit, 5) * width, wall * (0.66 + chance(lit, 6) * 0.08), 2.2, 2.6);
}

/** Draws the view through the windows, and their frames. */
export function drawWardWindows(
	outside: WardColours['outside'],
	frame: string,
	plan: WardPlan,
	isNight: boolean
): void {
	const openings = windowsOf(plan);
	const context = drawingContext;
	context.save();
	context.beginPath();
	for (const { x, y, width, height } of openings) context.rect(x, y, width, height);
	context.clip();
	sky(outside, plan, isNight);
	town(outside.hill, plan, isNight);
	context.restore();
	for (const { x, y, width, height } of openings) {
		const bar = Math.max(3, width * 0.045);
		drawRoundedBox(frame, x - bar, y - bar, width + bar * 2, bar);
		for (const left of [x - bar, x + width, x + width / 2 - bar / 2]) drawRoundedBox(frame, left, y, bar, height);
		drawRoundedBox(frame, x - bar * 2, y + height, width + bar * 4, bar * 1.3, 2);
		drawRoundedBox('rgba(0, 0, 0, 0.12)', x - bar * 2, y + height + bar * 1.3, width + bar * 4, 2);
	}
}

/** Draws the light that lies on the floor under each window. */
export function drawWindowLight({ orbLight }: WardColours['outside'], plan: WardPlan): void {
	const { wall, height, column } = plan;
	const reach = wall + (height - wall) * 0.5;
	const context = drawingContext;
	for (const { x, width } of windowsOf(plan)) {
		const slant = (x + width / 2 - column * 3.5) * 0.22;
		context.beginPath();
		context.moveTo(x, wall);
		context.lineTo(x + width, wall);
		context.lineTo(x + width * 1.25 + slant, reach);
		context.lineTo(x - width * 0.25 + slant, reach);
		context.closePath();
		context.fillStyle = linearGradient(0, wall, 0, reach, `rgba(${orbLight}, 0.3)`, `rgba(${orbLight}, 0)`);
		context.fill();
	}
}
