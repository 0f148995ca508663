import {
	circle,
	fill,
	line,
	noStroke,
	stroke,
	strokeWeight,
	textAlign,
	textStyle,
	textSize,
	textWidth
} from 'braise/draw';
import { drawRoundedBox } from '../paper.ts';
import { currentPalette, type Area } from '../stage.ts';
import { drawFittedText } from '../telling/writing.ts';

/** Draws a round clock around (x, y). `minutes` count from midnight. */
export function clock(x: number, y: number, size: number, minutes: number): void {
	const { shade, metal, paper, ink, ember } = currentPalette();
	const shownMinutes = Number.isFinite(minutes) ? minutes : 0;
	noStroke();
	fill(shade);
	circle(x + size * 0.04, y + size * 0.07, size * 1.04);
	fill(metal);
	circle(x, y, size * 1.04);
	fill(paper);
	circle(x, y, size * 0.9);
	const drawRay = (turns: number, from: number, to: number): void => {
		const [dx, dy] = [Math.sin(turns * Math.PI * 2) * size, -Math.cos(turns * Math.PI * 2) * size];
		line(x + dx * from, y + dy * from, x + dx * to, y + dy * to);
	};
	stroke(ink);
	for (let hour = 0; hour < 12; hour++) {
		strokeWeight(size * (hour % 3 === 0 ? 0.04 : 0.02));
		drawRay(hour / 12, 0.36, 0.4);
	}
	strokeWeight(size * 0.06);
	drawRay(shownMinutes / 720, -0.04, 0.22);
	strokeWeight(size * 0.04);
	drawRay(shownMinutes / 60, -0.06, 0.34);
	noStroke();
	fill(ember);
	circle(x, y, size * 0.1);
}

/** Draws an enamelled sign as wide as its words. Returns the area that it covers. */
export function sign(words: string, x: number, y: number, size = 18): Area {
	const { shade, red, paper } = currentPalette();
	textStyle('bold');
	textSize(size);
	const area = { x, y, width: textWidth(words) + size * 1.6, height: size * 1.9 };
	drawRoundedBox(shade, x + 3, y + 4, area.width, area.height, size * 0.4);
	drawRoundedBox(red, x, y, area.width, area.height, size * 0.4);
	drawRoundedBox(paper, x + 3, y + 3, area.width - 6, area.height - 6, size * 0.3);
	drawRoundedBox(red, x + 5, y + 5, area.width - 10, area.height - 10, size * 0.25);
	noStroke();
	fill('#fffaf0');
	textAlign('center', 'center');
	drawFittedText(words, x + area.width / 2, y + area.height / 2 + 1, size, area.width - size);
	return area;
}
