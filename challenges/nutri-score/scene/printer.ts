/** The printer over the belt. Its screen and its stamp show what the student's program answered. Origin where the stamp comes down. */
import {
	circle,
	fill,
	label,
	line,
	noFill,
	noStroke,
	pop,
	push,
	rect,
	stroke,
	strokeWeight,
	text,
	textAlign,
	textFont,
	textSize,
	textStyle,
	textWidth,
	translate
} from 'braise/draw';
import { stamp } from './carton';
import { heights } from './layout';
import type { Order, Printed } from './orders';
import { fitted, MONO, SANS } from './writing';
import type { Palette } from './palette';
import { box, piece } from './paper';

/** Green with a tick or red with a cross. */
export function mark(right: boolean, palette: Palette, x: number, y: number, size: number): void {
	noStroke();
	fill(right ? palette.green : palette.red);
	circle(x, y, size);
	stroke('#fffaf0');
	strokeWeight(size * 0.12);
	const part = size / 21;
	if (right) {
		line(x - 4.5 * part, y, x - 1.2 * part, y + 3.8 * part);
		line(x - 1.2 * part, y + 3.8 * part, x + 5 * part, y - 4 * part);
	} else {
		line(x - 3.8 * part, y - 3.8 * part, x + 3.8 * part, y + 3.8 * part);
		line(x + 3.8 * part, y - 3.8 * part, x - 3.8 * part, y + 3.8 * part);
	}
	noStroke();
}

function screen(palette: Palette, order: Order, printed: Printed, shown: boolean, small: number, glitch: number): void {
	const broken = shown && order.answer.kind === 'nonsense';
	box('#1b2b31', -58, -132, 116, 98, 8);
	box(broken ? '#f1c9bd' : '#d9e8bd', -52, -126, 104, 86, 5);
	piece('rgba(255, 255, 255, 0.25)', [-52, -126, 6, -126, -14, -40, -52, -40]);
	noStroke();
	textAlign('center', 'alphabetic');
	textFont(SANS);
	textStyle('normal');
	fill('#33431f');
	fitted(label(`printed-${printed}`), 0, -108, small * 0.94, 96);
	if (!shown) {
		for (let dot = 0; dot < 3; dot++) {
			fill('rgba(40, 60, 20, 0.5)');
			circle(-16 + dot * 16, -72, 6);
		}
		return;
	}
	textStyle('bold');
	textAlign('center', 'center');
	if (broken) {
		textFont(MONO);
		fill('#7d170d');
		fitted(order.answer.shown, glitch, -70, 28, 96);
		textFont(SANS);
		return;
	}
	if (order.answer.kind === 'letter') {
		push();
		translate(0, -70);
		stamp(palette, order, 54);
		pop();
		return;
	}
	fill(order.right ? '#1d3312' : '#8e1d12');
	fitted(order.answer.shown, 0, -68, 50, 96);
}

/** Behind the belt: the post, the body, the screen. `down` from 0 to 1 is how far the stamp has come. */
export function printer(
	palette: Palette,
	order: Order,
	printed: Printed,
	look: { shown: boolean; judged: boolean; small: number; glitch: number }
): void {
	const { light, middle, dark } = palette.machine;
	push();
	translate(0, -heights.back);
	box(palette.steelDark, -66, -20, 14, 26, 2);
	box(palette.steelDark, 54, -20, 14, 26, 2);
	box(dark, -66, -144, 140, 132, 12);
	box(middle, -72, -144, 140, 132, 12);
	noFill();
	stroke('rgba(255, 255, 255, 0.14)');
	strokeWeight(1.5);
	rect(-66, -138, 128, 120, 9);
	noStroke();
	screen(palette, order, printed, look.shown, look.small, look.glitch);
	box(light, -72, -28, 140, 16, 0, 0, 8, 8);
	// The lamp on top, with its sign.
	box(palette.steelDark, -7, -158, 14, 16);
	if (look.judged) {
		fill(order.right ? 'rgba(90, 200, 120, 0.35)' : 'rgba(240, 80, 50, 0.38)');
		circle(0, -170, 58);
		mark(order.right, palette, 0, -170, 36);
	} else {
		fill(palette.steelDark);
		circle(0, -170, 30);
		fill(palette.steel);
		circle(-3, -173, 18);
	}
	pop();
}

/** Before the box: the arm that comes down on it. */
export function arm(palette: Palette, down: number): void {
	const low = -heights.back - 14 + 34 * down;
	box(palette.steelDark, -9, -heights.back - 18, 18, low + heights.back + 20);
	box(palette.steel, -4, -heights.back - 18, 5, low + heights.back + 20);
	box(palette.machine.dark, -30, low, 60, 16, 4);
	box(palette.ember, -30, low + 12, 60, 5, 2);
}
