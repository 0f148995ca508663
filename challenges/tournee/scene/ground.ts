/** The country, painted once: everything that neither moves nor answers the program. */
import {
	circle,
	drawingContext,
	fill,
	label,
	line,
	noStroke,
	stroke,
	strokeWeight,
	text,
	textAlign,
	textSize,
	textStyle
} from 'braise/draw';
import { countryside } from './fields';
import type { Layout } from './layout';
import type { Palette } from './palette';
import { piece, waver } from './paper';
import { relief } from './relief';
import { villages } from './villages';

function scaleBar(palette: Palette, layout: Layout): void {
	// Beside the compass, at the bottom: above it the name of a village may stand, and in a small and low picture in its place.
	if (layout.narrow && layout.height < layout.width * 0.85) return;
	const x = layout.narrow ? 42 : 68;
	const y = layout.height - (layout.narrow ? 18 : 28);
	const one = layout.scale;
	stroke(palette.day ? palette.ink : palette.paper);
	strokeWeight(2);
	line(x, y, x + one, y);
	for (const at of [x, x + one]) line(at, y - 4, at, y);
	noStroke();
	fill(palette.day ? palette.ink : palette.paper);
	textStyle('normal');
	textSize(layout.small);
	textAlign('left', 'alphabetic');
	text(label('km', { km: 1 }), x + one + 6, y + 1);
}

function compass(palette: Palette, layout: Layout): void {
	const [x, y, size] = [layout.narrow ? 20 : 32, layout.height - (layout.narrow ? 24 : 34), layout.narrow ? 13 : 19];
	noStroke();
	fill(palette.paper, 150);
	circle(x, y, size * 2.3);
	for (const turn of [0, 1, 2, 3]) {
		const [across, down] = [Math.sin((turn * Math.PI) / 2), -Math.cos((turn * Math.PI) / 2)];
		const long = turn === 0 ? size * 1.25 : size * 0.9;
		const tip = [x + across * long, y + down * long];
		piece(turn === 0 ? palette.red : palette.quiet, [...tip, x - down * size * 0.2, y + across * size * 0.2, x, y]);
		piece(turn === 0 ? '#d95b4a' : '#9a8c78', [...tip, x + down * size * 0.2, y - across * size * 0.2, x, y]);
	}
}

/** The grain of the paper: specks over everything. */
function grain(layout: Layout): void {
	const context = drawingContext;
	for (const [colour, from] of [
		['rgba(255, 255, 255, 0.1)', 1],
		['rgba(60, 40, 0, 0.06)', 2]
	] as const) {
		context.fillStyle = colour;
		context.beginPath();
		for (let index = 0; index < 700; index++) {
			const x = (waver(index, from) + 1) * 0.5 * layout.width;
			const y = (waver(from, index) + 1) * 0.5 * layout.height;
			context.rect(x, y, 1.6, 1.6);
		}
		context.fill();
	}
}

export function ground(palette: Palette, layout: Layout): void {
	relief(palette, layout);
	countryside(palette, layout);
	villages(palette, layout);
	compass(palette, layout);
	scaleBar(palette, layout);
	grain(layout);
}
