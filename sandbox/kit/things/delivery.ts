import {
	circle,
	ellipse,
	fill,
	line,
	noFill,
	noStroke,
	pop,
	push,
	rotate,
	scale,
	stroke,
	strokeWeight,
	translate,
	drawingContext,
	text,
	textAlign,
	textSize,
	textStyle
} from 'braise/draw';
import { countrysideColoursAt, type CountrysideColours } from '../countryside-colours.ts';
import { drawRoundedBox, drawPaperPiece, paperOffset } from '../paper.ts';
import { routeColourOfDriver } from '../places/route.ts';
import { currentMoment, currentPalette, type Place } from '../stage.ts';

interface VanPlan {
	/** Number of the driver. The van's stripe has the colour of that driver's route. */
	driver?: number;
	drives?: boolean;
	looks?: 'left' | 'right';
	afloat?: boolean;
}

export function van(
	{ x, y, size }: Place,
	{ driver = 0, drives, looks = 'right', afloat = false }: VanPlan = {}
): void {
	const { time, still } = currentMoment();
	const scaleFactor = Math.max(0.78, size);
	push();
	translate(x, y - (drives && !still ? Math.abs(Math.sin(time * 15)) * 1.6 : 0));
	scale(scaleFactor * (looks === 'left' ? -1 : 1), scaleFactor);
	if (afloat) rotate(still ? 0.1 : 0.09 * Math.sin(time * 2.2));
	const colours = countrysideColoursAt(currentPalette().hour);
	drawVanBody(colours, routeColourOfDriver(driver), afloat);
	if (afloat) drawWaves(colours);
	else if (drives) {
		stroke(colours.smoke);
		strokeWeight(2);
		for (const dash of [0, 1, 2]) line(-30 - dash * 3, -7 - dash * 7, -36 - dash * 4, -7 - dash * 7);
	}
	pop();
}

function drawVanBody({ shadow }: CountrysideColours, stripeColour: string, isAfloat: boolean): void {
	const isDay = currentPalette().hour === 'day';
	noStroke();
	if (!isAfloat) {
		fill(shadow);
		ellipse(1, 2, 50, 8);
	}
	drawPaperPiece('rgba(60, 40, 20, 0.35)', [-23, -3, -23, -26, 8, -26, 18, -14, 25, -11, 25, -3]);
	drawPaperPiece('#fffaf0', [-24, -5, -24, -28, -21, -30, 7, -30, 17, -17, 23, -14, 24, -5]);
	drawPaperPiece(stripeColour, [-24, -9, -24, -14, 23.5, -14, 24, -9]);
	drawPaperPiece(isDay ? '#a8c6cc' : '#ffdf9e', [4, -17, 4, -27, 7, -27, 14.5, -17]);
	fill(stripeColour);
	circle(-11, -21, 11);
	stroke('#fffaf0');
	strokeWeight(1.2);
	line(-12.4, -24, -12.4, -18.4);
	line(-9.8, -24, -9.8, -18.4);
	noStroke();
	fill(isDay ? '#ffe9b0' : '#fff3c9');
	ellipse(23, -9, 4, 5);
	if (!isDay) drawPaperPiece('rgba(255, 232, 160, 0.22)', [24, -10, 66, -20, 66, 4, 24, -6]);
	for (const x of [-13, 14]) {
		fill('#26221f');
		circle(x, -4, 11);
		fill('#b9b2a4');
		circle(x, -4, 5);
	}
}

function drawWaves({ sea, foam }: CountrysideColours): void {
	const { time, still } = currentMoment();
	drawRoundedBox(sea[1], -34, -6, 68, 14, 7);
	noFill();
	stroke(foam);
	strokeWeight(2);
	for (const wave of [0, 1]) ellipse(0, -3, 60 + wave * 18 + (still ? 0 : Math.sin(time * 3) * 3), 9 + wave * 5);
}

type Meal = 'awaited' | 'hot' | 'cold' | 'forgotten';

interface MealPlan {
	/** How far the meal has appeared, from 0 to 1. */
	grown?: number;
	/** True when a heart is drawn above the meal, for a person who sees nobody else. */
	heart?: boolean;
}

const COLD_MEAL_COLOUR = '#2c5c8a';

export function meal(place: Place, kind: Meal, { grown = 1, heart = false }: MealPlan = {}): void {
	const { x, y, size } = place;
	const { time, still } = currentMoment();
	const { paper, redWash } = currentPalette();
	const { shadow } = countrysideColoursAt(currentPalette().hour);
	const waitingScale = kind === 'forgotten' && !still ? 1 + 0.1 * Math.sin(time * 6 + paperOffset(x, 1)) : 1;
	push();
	translate(x, y - 33 * size);
	scale(Math.max(0.8, size) * (0.5 + 0.5 * grown) * waitingScale);
	if (kind === 'hot') drawMealSteam(x);
	noStroke();
	const plateWidth = kind === 'awaited' ? 13 : 23;
	fill(shadow);
	circle(1, 3, plateWidth);
	fill({ awaited: paper, hot: '#ffe3c2', cold: '#dbe9f5', forgotten: redWash }[kind]);
	circle(0, 0, plateWidth);
	DRAW_SIGN_BY_MEAL[kind]();
	pop();
	if (heart) drawHeart(x + 15 * size + 4, y - 40 * size, 11);
}

const DRAW_SIGN_BY_MEAL: Record<Meal, () => void> = {
	awaited() {
		noFill();
		stroke('#8a7c68');
		strokeWeight(1.4);
		circle(0, 0, 6);
	},
	hot() {
		fill('#e2661f');
		circle(0, 0, 14.5);
		fill('#f6b04a');
		circle(-2, -1.5, 6);
		fill('#7f9a52');
		circle(3, 2.5, 4.5);
	},
	cold() {
		noFill();
		stroke(COLD_MEAL_COLOUR);
		strokeWeight(1.8);
		circle(0, 0, 17);
		for (let arm = 0; arm < 3; arm++) {
			const [across, down] = [Math.cos((arm * Math.PI) / 3), Math.sin((arm * Math.PI) / 3)];
			line(-across * 5, -down * 5, across * 5, down * 5);
		}
	},
	forgotten() {
		fill('#b02a1f');
		textStyle('bold');
		textSize(18);
		textAlign('center', 'alphabetic');
		text('?', 0, 6.5);
	}
};

function drawMealSteam(seed: number): void {
	const { time, still } = currentMoment();
	const context = drawingContext;
	context.strokeStyle = countrysideColoursAt(currentPalette().hour).smoke;
	context.lineCap = 'round';
	for (const strand of [-1, 0, 1]) {
		const sway = still ? strand : Math.sin(time * 2.4 + seed * 1.7 + strand * 1.3);
		const rise = still ? 0.6 : (time * 0.55 + seed * 0.37 + strand * 0.33 + 3) % 1;
		context.globalAlpha = 0.9 * Math.sin(Math.PI * Math.abs(rise));
		context.lineWidth = 2.6;
		const [x, y] = [strand * 5, -7 - rise * 9];
		context.beginPath();
		context.moveTo(x, y);
		context.bezierCurveTo(x + 3 * sway, y - 4, x - 3 * sway, y - 8, x + 1.5 * sway, y - 12);
		context.stroke();
	}
	context.globalAlpha = 1;
}

function drawHeart(x: number, y: number, size: number): void {
	const context = drawingContext;
	for (const [colour, grown] of [
		['#fffaf0', 1.45],
		['#b02a1f', 1]
	] as const) {
		const half = (size / 2) * grown;
		context.fillStyle = colour;
		context.beginPath();
		context.moveTo(x, y + half);
		context.bezierCurveTo(x - half * 2.2, y - half * 0.4, x - half * 0.9, y - half * 1.6, x, y - half * 0.5);
		context.bezierCurveTo(x + half * 0.9, y - half * 1.6, x + half * 2.2, y - half * 0.4, x, y + half);
		context.fill();
	}
}
