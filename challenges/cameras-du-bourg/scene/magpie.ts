/** A magpie, which takes bread where nobody looks. */
import { circle, ellipse, fill, noStroke, pop, push, rotate, scale, translate, triangle } from 'braise/draw';

/** `flap` goes from -1 to 1; `carries` a loaf. */
export function magpie(x: number, y: number, size: number, flap: number, carries: boolean): void {
	push();
	translate(x, y);
	scale(size / 30);
	noStroke();
	if (carries) {
		fill('#c98a3c');
		ellipse(17, 9, 26, 8);
		fill('#f0c47d');
		for (const left of [9, 16, 23]) ellipse(left, 8, 3, 5);
	}
	fill('#15171f');
	triangle(-8, 2, -34, -6, -32, 6);
	ellipse(0, 0, 27, 17);
	circle(12, -5, 14);
	fill('#fffaf0');
	ellipse(-1, 4, 18, 9);
	fill('#15171f');
	triangle(18, -7, 18, -1, 27, -2);
	push();
	rotate(flap * 0.7);
	fill('#22405c');
	triangle(-9, -2, 7, -3, -8, -26);
	fill('#fffaf0');
	triangle(-6, -8, 0, -8, -7, -19);
	pop();
	fill('#fffaf0');
	circle(14, -7, 3.4);
	fill('#15171f');
	circle(14.5, -7, 1.8);
	pop();
}
