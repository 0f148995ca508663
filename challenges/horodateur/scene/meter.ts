/** The parking meter: its screen shows what the student's function answered. Feet on y = 0, centred on x = 0. */
import {
	circle,
	ellipse,
	fill,
	label,
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
	textFont,
	textSize,
	textStyle,
	textWidth,
	translate
} from 'braise/draw';
import type { Palette } from './palette';
import { box, piece } from './paper';
import type { Stay } from './stays';

const BODY = { light: '#3f6472', middle: '#335460', dark: '#264049' };
const MONO = "'Atkinson Hyperlegible Mono Variable', ui-monospace, monospace";
const SANS = "'Atkinson Hyperlegible Next Variable', system-ui, sans-serif";

function fitted(words: string, size: number, room: number): void {
	textSize(size);
	const wide = textWidth(words);
	if (wide > room) textSize((size * room) / wide);
}

function screen(stay: Stay | undefined, minutes: number, priced: boolean, glitch: number): void {
	const broken = priced && stay?.verdict === 'no-price';
	box('#1b2b31', -50, -246, 100, 84, 7);
	box(broken ? '#f1c9bd' : '#d9e8bd', -45, -241, 90, 74, 4);
	piece('rgba(255, 255, 255, 0.25)', [-45, -241, 4, -241, -31, -167, -45, -167]);
	if (stay === undefined) return;
	noStroke();
	textAlign('center', 'alphabetic');
	textFont(SANS);
	textStyle('normal');
	fill('#33431f');
	fitted(label('minutes', { minutes }), 19, 84);
	text(label('minutes', { minutes }), 0, -219);
	box('rgba(40, 60, 20, 0.25)', -38, -212, 76, 1.5);
	if (!priced) {
		for (let dot = 0; dot < 3; dot++) {
			fill('rgba(40, 60, 20, 0.5)');
			circle(-12 + dot * 12, -188, 4);
		}
		return;
	}
	textStyle('bold');
	if (stay.asked.kind === 'cents') {
		const words = label('cents', { cents: String(stay.asked.cents).replace('-', '−') });
		fill(stay.verdict === 'right' ? '#1d3312' : '#8e1d12');
		fitted(words, 32, 84);
		text(words, 0, -179);
		return;
	}
	// Whatever came back instead of a number, as it is.
	textFont(MONO);
	fill('#7d170d');
	fitted(stay.asked.shown, 24, 82);
	text(stay.asked.shown, glitch * 1.5, -187);
	textFont(SANS);
	textStyle('normal');
	fitted(label('no-price'), 13, 82);
	text(label('no-price'), 0, -171);
	stroke('#5d1610');
	strokeWeight(1.6);
	for (const [x1, y1, x2, y2] of [
		[45, -230, 18, -216],
		[18, -216, 26, -204],
		[18, -216, 2, -221],
		[26, -204, 45, -198]
	] as const) {
		line(x1, y1, x2, y2);
	}
}

function keys(pressed: boolean): void {
	for (let index = 0; index < 6; index++) {
		box('#1d333a', -44 + (index % 3) * 17, -150 + Math.floor(index / 3) * 16, 13, 12, 3);
		box('#c9d3d0', -44 + (index % 3) * 17, -151 + Math.floor(index / 3) * 16, 13, 10, 3);
	}
	noStroke();
	fill('#1d4a30');
	circle(26, -134, 27);
	fill('#3f9c62');
	circle(26, pressed ? -134 : -136, 24);
	stroke('#f4fff6');
	strokeWeight(3);
	const y = pressed ? -134 : -136;
	line(20, y, 25, y + 5);
	line(25, y + 5, 33, y - 5);
}

/** The pole and its round P. */
function sign(palette: Palette): void {
	box(palette.metal, -4, -352, 8, 60);
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
	textFont(SANS);
	textStyle('bold');
	textSize(34);
	textAlign('center', 'center');
	text('P', 0, -367);
}

export function meter(
	palette: Palette,
	stay: Stay | undefined,
	look: { minutes: number; priced: boolean; pressed: boolean; glitch: number; pole: boolean }
): void {
	noStroke();
	fill(palette.shade);
	ellipse(6, 0, 168, 22);
	if (look.pole) sign(palette);
	// A solar panel.
	push();
	translate(0, -308);
	rotate(-0.07);
	piece('#1c2f45', [-56, 6, -46, -9, 60, -9, 66, 6]);
	stroke('rgba(160, 200, 230, 0.4)');
	strokeWeight(1);
	for (let cell = 0; cell < 6; cell++) line(-36 + cell * 18, -9, -40 + cell * 19, 6);
	line(-52, -1, 63, -1);
	pop();
	box(BODY.dark, -58, -302, 128, 302, 14, 14, 3, 3);
	box(BODY.middle, -64, -302, 128, 302, 14, 14, 3, 3);
	box(BODY.light, -64, -302, 128, 42, 14, 14, 0, 0);
	box('rgba(255, 255, 255, 0.10)', -58, -262, 7, 250, 4);
	noStroke();
	fill('#fffaf0');
	textStyle('bold');
	textAlign('center', 'center');
	fitted(label('meter'), 17, 108);
	text(label('meter'), 0, -280);
	screen(stay, look.minutes, look.priced, look.glitch);
	keys(look.pressed);
	// Coin slot on the left, where the driver stands; ticket mouth; tray.
	box('#b8c0bd', -46, -108, 30, 26, 5);
	box('#1b2529', -33, -104, 4, 18, 2);
	box('#1b2b31', 0, -104, 48, 10, 4);
	piece('#fffaf0', [7, -98, 41, -98, 40, -84, 35, -81, 30, -84, 25, -81, 20, -84, 14, -81, 8, -84]);
	box('#1b2b31', -44, -66, 88, 34, 8);
	box('#12191c', -40, -62, 80, 26, 6);
	box(BODY.light, -44, -40, 88, 9, 4);
	box(BODY.dark, -64, -14, 128, 14, 0, 0, 3, 3);
	noFill();
	stroke('rgba(255, 255, 255, 0.12)');
	strokeWeight(1.5);
	rect(-58, -158, 116, 136, 8);
}

export function coin(x: number, y: number, turn: number, size = 17): void {
	const flat = Math.max(0.25, Math.abs(Math.cos(turn)));
	noStroke();
	fill('#a9761d');
	ellipse(x + 1, y + 1.5, size * flat, size);
	fill('#eebc48');
	ellipse(x, y, size * flat, size);
	fill('#f9dd8b');
	ellipse(x - 1, y - 1, size * 0.55 * flat, size * 0.6);
}
