/** What nobody has ever seen at a bed: steam and an egg on a hot head, icicles and a penguin at a cold one. */
import { circle, ellipse, fill, line, noStroke, pop, push, scale, stroke, strokeWeight, translate } from 'braise/draw';
import { piece } from './paper';

const HOT = 41;
const COLD = 34;

export type Weather = 'hot' | 'cold' | 'usual';

export const weatherOf = (temperature: number): Weather =>
	temperature > HOT ? 'hot' : temperature < COLD ? 'cold' : 'usual';

/** In a bed's own units, its head end on y = 0. `time` stands still when motion is reduced. */
export function weather(temperature: number, time: number): void {
	const kind = weatherOf(temperature);
	if (kind === 'hot') {
		steam(time);
		egg();
	} else if (kind === 'cold') {
		snow(time);
		icicles();
		penguin(time);
	}
}

function steam(time: number): void {
	noStroke();
	for (let puff = 0; puff < 7; puff++) {
		const part = (time * 0.45 + puff / 7) % 1;
		const side = puff % 2 === 0 ? -1 : 1;
		fill(`rgba(255, 255, 255, ${0.8 * Math.sin(part * Math.PI)})`);
		circle(side * (22 + part * 20 + Math.sin(part * 9) * 4), 34 - part * 74, 12 + part * 22);
	}
}

function egg(): void {
	noStroke();
	fill('#fffdf4');
	ellipse(0, 21, 36, 21);
	ellipse(-11, 25, 17, 13);
	ellipse(12, 17, 15, 12);
	fill('#f4a91f');
	ellipse(2, 20, 15, 12);
	fill('#ffd774');
	ellipse(-1, 18, 5, 4);
}

function snow(time: number): void {
	noStroke();
	fill('rgba(255, 255, 255, 0.95)');
	for (let flake = 0; flake < 16; flake++) {
		const fall = (time * 0.16 + flake * 0.37) % 1;
		circle(-48 + ((flake * 41) % 96) + Math.sin(time + flake) * 4, -20 + fall * 190, 5 + (flake % 3));
	}
	// What has fallen lies on the blanket.
	for (const [x, y, wide] of [
		[-24, 84, 46],
		[20, 118, 54]
	] as const)
		ellipse(x, y, wide, 15);
}

function icicles(): void {
	for (let index = 0; index < 9; index++) {
		const x = -46 + index * 11.5;
		const long = 16 + ((index * 7) % 17);
		piece('#bfe3f5', [x - 5, 0, x + 5, 0, x, long]);
		piece('rgba(255, 255, 255, 0.75)', [x - 3, 0, x, 0, x - 1, long * 0.7]);
	}
}

/** On the blanket, looking at whoever wonders. */
function penguin(time: number): void {
	push();
	translate(8, 99 - Math.abs(Math.sin(time * 3)) * 5);
	scale(1.25);
	noStroke();
	fill('#f2992e');
	ellipse(-8, 22, 13, 6);
	ellipse(8, 22, 13, 6);
	fill('#232733');
	ellipse(0, 0, 36, 46);
	circle(0, -22, 26);
	fill('#fffaf0');
	ellipse(0, 4, 24, 34);
	ellipse(-5, -22, 10, 12);
	ellipse(5, -22, 10, 12);
	fill('#1b1d26');
	circle(-4, -22, 4);
	circle(4, -22, 4);
	piece('#f2992e', [-5, -17, 5, -17, 0, -10]);
	stroke('#232733');
	strokeWeight(6);
	line(-16, -6, -24, 8 - Math.sin(time * 6) * 6);
	line(16, -6, 24, 8 - Math.sin(time * 6) * 6);
	pop();
}
