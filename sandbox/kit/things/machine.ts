/** Draws a machine that takes coins. Its screen shows what a function of the program returned. */
import {
	circle,
	ellipse,
	fill,
	line,
	noStroke,
	pop,
	push,
	scale,
	stroke,
	strokeWeight,
	textAlign,
	textFont,
	textStyle,
	translate
} from 'braise/draw';
import type { Verdict } from '../ask.ts';
import { drawRoundedBox, drawPaperPiece } from '../paper.ts';
import { currentMoment, currentPalette, stage, type Place } from '../stage.ts';
import { drawFittedText } from '../telling/fitted.ts';
import { drawKeypad, drawMachineCase, drawPoleSign } from './machine-case.ts';
import { drawIvy } from './overgrowth.ts';

interface MachinePlan {
	title: string;
	/** What was entered, for example `10 min`. */
	given: string;
	/** The answer on the screen; absent while the machine still counts. When `verdict` is `odd`, the screen is drawn as broken. */
	shows?: string | undefined;
	verdict?: Verdict;
	/** Words under an answer of an unexpected type. */
	note?: string;
	/** True when the machine's button is drawn as pressed. */
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
