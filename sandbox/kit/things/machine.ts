import {
	circle,
	fill,
	line,
	noFill,
	noStroke,
	pop,
	push,
	rect,
	rotate,
	stroke,
	strokeWeight,
	text,
	textAlign,
	textSize,
	textStyle,
	translate,
	ellipse,
	scale,
	textFont
} from 'braise/draw';
import type { Palette } from '../palette.ts';
import { drawRoundedBox, drawPaperPiece } from '../paper.ts';
import { drawFittedText } from '../telling/writing.ts';
import type { Verdict } from '../ask.ts';
import { currentMoment, currentPalette, stage, type Place } from '../stage.ts';
import { drawIvy } from './overgrowth.ts';

const MACHINE_CASE_COLOURS = { light: '#3f6472', middle: '#335460', dark: '#264049' };

/** Draws the case, its feet on y = 0 and its middle on x = 0. */
function drawMachineCase(title: string): void {
	// Draws a solar panel.
	push();
	translate(0, -308);
	rotate(-0.07);
	drawPaperPiece('#1c2f45', [-56, 6, -46, -9, 60, -9, 66, 6]);
	stroke('rgba(160, 200, 230, 0.4)');
	strokeWeight(1);
	for (let cell = 0; cell < 6; cell++) line(-36 + cell * 18, -9, -40 + cell * 19, 6);
	line(-52, -1, 63, -1);
	pop();
	drawRoundedBox(MACHINE_CASE_COLOURS.dark, -58, -302, 128, 302, 14, 14, 3, 3);
	drawRoundedBox(MACHINE_CASE_COLOURS.middle, -64, -302, 128, 302, 14, 14, 3, 3);
	drawRoundedBox(MACHINE_CASE_COLOURS.light, -64, -302, 128, 42, 14, 14, 0, 0);
	drawRoundedBox('rgba(255, 255, 255, 0.10)', -58, -262, 7, 250, 4);
	noStroke();
	fill('#fffaf0');
	textStyle('bold');
	textAlign('center', 'center');
	drawFittedText(title, 0, -280, 17, 108);

	// Draws the coin slot on the left, where the driver stands, the ticket slot and the tray.
	drawRoundedBox('#b8c0bd', -46, -108, 30, 26, 5);
	drawRoundedBox('#1b2529', -33, -104, 4, 18, 2);
	drawRoundedBox('#1b2b31', 0, -104, 48, 10, 4);
	drawPaperPiece('#fffaf0', [7, -98, 41, -98, 40, -84, 35, -81, 30, -84, 25, -81, 20, -84, 14, -81, 8, -84]);
	drawRoundedBox('#1b2b31', -44, -66, 88, 34, 8);
	drawRoundedBox('#12191c', -40, -62, 80, 26, 6);
	drawRoundedBox(MACHINE_CASE_COLOURS.light, -44, -40, 88, 9, 4);
	drawRoundedBox(MACHINE_CASE_COLOURS.dark, -64, -14, 128, 14, 0, 0, 3, 3);
	noFill();
	stroke('rgba(255, 255, 255, 0.12)');
	strokeWeight(1.5);
	rect(-58, -158, 116, 136, 8);
}

function drawKeypad(isPressed: boolean): void {
	for (let index = 0; index < 6; index++) {
		drawRoundedBox('#1d333a', -44 + (index % 3) * 17, -150 + Math.floor(index / 3) * 16, 13, 12, 3);
		drawRoundedBox('#c9d3d0', -44 + (index % 3) * 17, -151 + Math.floor(index / 3) * 16, 13, 10, 3);
	}
	noStroke();
	fill('#1d4a30');
	circle(26, -134, 27);
	fill('#3f9c62');
	circle(26, isPressed ? -134 : -136, 24);
	stroke('#f4fff6');
	strokeWeight(3);
	const y = isPressed ? -134 : -136;
	line(20, y, 25, y + 5);
	line(25, y + 5, 33, y - 5);
}

function drawPoleSign(palette: Palette, letter: string): void {
	drawRoundedBox(palette.metal, -4, -352, 8, 60);
	fill(palette.shade);
	circle(3, -365, 58);
	fill('#2d5f9e');
	circle(0, -369, 56);
	noFill();
	stroke('#fffaf0');
	strokeWeight(2.5);
	circle(0, -369, 48);
	noStroke();
	fill('#fffaf0');
	textStyle('bold');
	textSize(34);
	textAlign('center', 'center');
	text(letter, 0, -367);
}

interface MachinePlan {
	title: string;
	/** What was entered, for example `10 min`. */
	given: string;
	/** The answer on the screen; absent while the machine still counts. When `verdict` is `odd`, the screen is drawn as broken. */
	shows?: string | undefined;
	verdict?: Verdict;
	note?: string;
	pressed?: boolean;
	/** Letter on a pole above the machine, if there is room. */
	sign?: string;
	/** How far plants have climbed the machine, from 0 to 1. */
	overgrowth?: number;
}

const MONOSPACED_FONT = "'Atkinson Hyperlegible Mono Variable', ui-monospace, monospace";
const SANS_SERIF_FONT = "'Atkinson Hyperlegible Next Variable', system-ui, sans-serif";
const CRACK_LINES = [
	[45, -230, 18, -216],
	[18, -216, 26, -204],
	[18, -216, 2, -221],
	[26, -204, 45, -198]
] as const;

/** Draws a machine whose feet stand at `place`. Its coin slot is on the left. */
export function machine(place: Place, plan: MachinePlan): void {
	const { narrow, height } = stage();
	push();
	translate(place.x, place.y + 2);
	scale(place.size);
	noStroke();
	fill(currentPalette().shade);
	ellipse(6, 0, 168, 22);
	textFont(SANS_SERIF_FONT);
	if (plan.sign !== undefined && (!narrow || height > 440)) drawPoleSign(currentPalette(), plan.sign);
	drawMachineCase(plan.title);
	drawMachineScreen(plan);
	drawKeypad(plan.pressed === true);
	drawIvy(plan.overgrowth ?? 0);
	pop();
}

function drawMachineScreen({ given, shows, verdict = 'right', note = '' }: MachinePlan): void {
	const isOdd = shows !== undefined && verdict === 'odd';
	drawRoundedBox('#1b2b31', -50, -246, 100, 84, 7);
	drawRoundedBox(isOdd ? '#f1c9bd' : '#d9e8bd', -45, -241, 90, 74, 4);
	drawPaperPiece('rgba(255, 255, 255, 0.25)', [-45, -241, 4, -241, -31, -167, -45, -167]);
	noStroke();
	textAlign('center', 'alphabetic');
	textStyle('normal');
	fill('#33431f');
	drawFittedText(given, 0, -219, 19, 84);
	drawRoundedBox('rgba(40, 60, 20, 0.25)', -38, -212, 76, 1.5);
	if (shows === undefined) return drawWaitingDots();
	textStyle('bold');
	fill(isOdd ? '#7d170d' : verdict === 'right' ? '#1d3312' : '#8e1d12');
	if (!isOdd) return drawFittedText(shows, 0, -179, 32, 84);
	const { time, still } = currentMoment();
	textFont(MONOSPACED_FONT);
	drawFittedText(shows, !still && Math.sin(time * 31) > 0.7 ? 3 : 0, -187, 24, 82);
	textFont(SANS_SERIF_FONT);
	textStyle('normal');
	drawFittedText(note, 0, -171, 13, 82);
	stroke('#5d1610');
	strokeWeight(1.6);
	for (const [x1, y1, x2, y2] of CRACK_LINES) line(x1, y1, x2, y2);
}

function drawWaitingDots(): void {
	fill('rgba(40, 60, 20, 0.5)');
	for (let dot = 0; dot < 3; dot++) circle(-12 + dot * 12, -188, 4);
}
