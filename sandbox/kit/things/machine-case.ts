/** Draws the case of a machine, with solar panel, coin slot, ticket slot and tray, and its sign. */
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
	translate
} from 'braise/draw';
import type { Palette } from '../palette.ts';
import { drawRoundedBox, drawPaperPiece } from '../paper.ts';
import { drawFittedText } from '../telling/fitted.ts';

const MACHINE_CASE_COLOURS = { light: '#3f6472', middle: '#335460', dark: '#264049' };

/** Draws the case, its feet on y = 0 and its middle on x = 0. */
export function drawMachineCase(title: string): void {
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

export function drawKeypad(isPressed: boolean): void {
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

/** Draws a pole with a round sign, which stands behind the case. */
export function drawPoleSign(palette: Palette, letter: string): void {
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
