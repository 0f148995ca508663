/** Draws a magpie, which comes through the air, stands, and may carry something away. */
import { circle, ellipse, fill, noStroke, pop, push, rotate, scale, translate, triangle } from 'braise/draw';
import { currentMoment, stage, type Place } from '../stage.ts';
import { drawCarriedItem, type Item } from './items.ts';

interface BirdPlan {
	/** `comes` goes from 0, outside above, to 1, in place. `goes` goes from 0, in place, to 1, outside on the right. */
	comes?: number;
	goes?: number;
	carries?: Item | undefined;
}

/** Distance outside of the picture at which no part of the magpie is visible, in the magpie's own units. */
const OFFSTAGE_DISTANCE = 60;
/** Angle of a folded wing, in radians. */
const FOLDED_WING_ANGLE = 0.28;

/** Draws a magpie that stands at `place`, or flies to it or away from it. */
export function bird({ x, y, size }: Place, { comes = 1, goes = 0, carries }: BirdPlan = {}): void {
	if (comes <= 0 || goes >= 1) return;
	const { time, still } = currentMoment();
	const isFlying = !still && (comes < 1 || goes > 0);
	const hidingDistance = OFFSTAGE_DISTANCE * size;
	push();
	translate(
		x - (1 - comes) * x * 0.6 + goes * (stage().width + hidingDistance - x),
		y - (1 - comes + goes) * (y + hidingDistance) - 10 * size
	);
	scale(size);
	if (carries !== undefined) drawCarriedItem(carries, 27, 10, 0.62);
	noStroke();
	fill('#15171f');
	triangle(-8, 2, -34, -6, -32, 6);
	ellipse(0, 0, 27, 17);
	circle(12, -5, 14);
	fill('#fffaf0');
	ellipse(-1, 4, 18, 9);
	fill('#15171f');
	triangle(18, -7, 18, -1, 27, -2);
	drawWing(isFlying ? Math.sin(time * 16) * 0.7 : FOLDED_WING_ANGLE);
	fill('#fffaf0');
	circle(14, -7, 3.4);
	fill('#15171f');
	circle(14.5, -7, 1.8);
	pop();
}

function drawWing(angle: number): void {
	push();
	rotate(angle);
	fill('#22405c');
	triangle(-9, -2, 7, -3, -8, -26);
	fill('#fffaf0');
	triangle(-6, -8, 0, -8, -7, -19);
	pop();
}
