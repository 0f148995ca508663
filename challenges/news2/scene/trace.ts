/** The line a heart draws on a monitor: one spike a beat, at the pulse that was measured. */
import { beginShape, endShape, noFill, stroke, strokeWeight, vertex } from 'braise/draw';

export interface Screen {
	x: number;
	y: number;
	wide: number;
	high: number;
}

/** Seconds that the screen shows. */
const SHOWN = 1.8;

const spike = (part: number): number => {
	if (part < 0.1) return 0;
	if (part < 0.16) return (part - 0.1) * -4;
	if (part < 0.24) return -0.24 + (part - 0.16) * 15;
	if (part < 0.34) return 0.96 - (part - 0.24) * 13;
	if (part < 0.42) return -0.34 + (part - 0.34) * 4.25;
	return 0;
};

/** A flat line without a pulse: nothing was measured, which says nothing about the heart. */
export function hairline(pulse: number | null, time: number, { x, y, wide, high }: Screen, colour: string): void {
	noFill();
	stroke(colour);
	strokeWeight(2.6);
	beginShape();
	const points = 22;
	for (let index = 0; index <= points; index++) {
		const when = time + (index / points) * SHOWN;
		const beats = pulse === null ? 0 : (when * pulse) / 60;
		const up = pulse === null ? (index % 4 < 2 ? 0.04 : -0.04) : spike((beats % 1) * 0.8);
		vertex(x + (index / points) * wide, y - up * high * 0.6);
	}
	endShape();
}
