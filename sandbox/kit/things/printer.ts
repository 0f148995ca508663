import {
	circle,
	fill,
	noFill,
	noStroke,
	pop,
	push,
	rect,
	stroke,
	strokeWeight,
	textAlign,
	textFont,
	textStyle,
	translate
} from 'braise/draw';
import type { Verdict } from '../ask.ts';
import { drawVerdictMark, grade, isGradeLetter } from '../telling/marks.ts';
import { drawRoundedBox, drawPaperPiece } from '../paper.ts';
import { packingHeights } from '../places/packing-plan.ts';
import { currentMoment, currentPalette } from '../stage.ts';
import { drawFittedText } from '../telling/writing.ts';
import { workshopColoursAt } from '../indoor-colours.ts';

const MONOSPACED_FONT = "'Atkinson Hyperlegible Mono Variable', ui-monospace, monospace";
const SANS_SERIF_FONT = "'Atkinson Hyperlegible Next Variable', system-ui, sans-serif";

interface PrinterPlan {
	/** Words over the printed text; `small` is the size of such words. */
	title: string;
	small: number;
	/** Text on the screen; undefined while the box still comes. */
	shows: string | undefined;
	verdict: Verdict;
	isJudged: boolean;
}

export function drawPrinter(x: number, plan: PrinterPlan): void {
	const { steel, steelDark, machine } = workshopColoursAt(currentPalette().hour);
	push();
	translate(x, -packingHeights.back);
	drawRoundedBox(steelDark, -66, -20, 14, 26, 2);
	drawRoundedBox(steelDark, 54, -20, 14, 26, 2);
	drawRoundedBox(machine.dark, -66, -144, 140, 132, 12);
	drawRoundedBox(machine.middle, -72, -144, 140, 132, 12);
	noFill();
	stroke('rgba(255, 255, 255, 0.14)');
	strokeWeight(1.5);
	rect(-66, -138, 128, 120, 9);
	noStroke();
	drawPrinterScreen(plan);
	drawRoundedBox(machine.light, -72, -28, 140, 16, 0, 0, 8, 8);
	drawRoundedBox(steelDark, -7, -158, 14, 16);
	const isRight = plan.verdict === 'right';
	if (plan.isJudged) {
		fill(isRight ? 'rgba(90, 200, 120, 0.35)' : 'rgba(240, 80, 50, 0.38)');
		circle(0, -170, 58);
		drawVerdictMark(isRight, 0, -170, 18);
	} else {
		fill(steelDark);
		circle(0, -170, 30);
		fill(steel);
		circle(-3, -173, 18);
	}
	pop();
}

function drawPrinterScreen({ title, small, shows, verdict }: PrinterPlan): void {
	const isOdd = shows !== undefined && verdict === 'odd';
	drawRoundedBox('#1b2b31', -58, -132, 116, 98, 8);
	drawRoundedBox(isOdd ? '#f1c9bd' : '#d9e8bd', -52, -126, 104, 86, 5);
	drawPaperPiece('rgba(255, 255, 255, 0.25)', [-52, -126, 6, -126, -14, -40, -52, -40]);
	noStroke();
	textAlign('center', 'alphabetic');
	textStyle('normal');
	fill('#33431f');
	drawFittedText(title, 0, -108, small, 96);
	if (shows === undefined) {
		fill('rgba(40, 60, 20, 0.5)');
		for (let dot = 0; dot < 3; dot++) circle(-16 + dot * 16, -72, 6);
		return;
	}
	if (!isOdd && isGradeLetter(shows)) return grade(shows, 0, -70, 54);
	textStyle('bold');
	textAlign('center', 'center');
	fill(isOdd ? '#7d170d' : verdict === 'right' ? '#1d3312' : '#8e1d12');
	if (!isOdd) return drawFittedText(shows, 0, -68, 50, 96);
	const { time, still } = currentMoment();
	textFont(MONOSPACED_FONT);
	drawFittedText(shows, !still && Math.sin(time * 31) > 0.7 ? 3 : 0, -70, 28, 96);
	textFont(SANS_SERIF_FONT);
}

/** Draws the arm in front of the box. `loweredPart` is how far it has come down, from 0 to 1. */
export function drawPrinterArm(x: number, loweredPart: number): void {
	const { steel, steelDark, machine } = workshopColoursAt(currentPalette().hour);
	const top = -packingHeights.back - 18;
	const low = top + 4 + 34 * loweredPart;
	drawRoundedBox(steelDark, x - 9, top, 18, low - top + 2);
	drawRoundedBox(steel, x - 4, top, 5, low - top + 2);
	drawRoundedBox(machine.dark, x - 30, low, 60, 16, 4);
	drawRoundedBox(currentPalette().ember, x - 30, low + 12, 60, 5, 2);
}
