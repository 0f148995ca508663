/** Draws the plane trees and lamp posts of a street. */
import { circle, drawingContext, fill } from 'braise/draw';
import type { Palette } from '../palette.ts';
import { drawRoundedBox, drawPaperPiece, drawPaperSheet, paperOffset } from '../paper.ts';
import { streetHeights } from './street-plan.ts';

export function drawPlaneTree(palette: Palette, x: number, y: number, size: number): void {
	const [trunk = '', light = '', dark = ''] = palette.bark;
	const at = (points: number[]) =>
		points.map((value, index) => (index % 2 === 0 ? x + value * size : y + value * size));
	drawPaperSheet(
		trunk,
		palette.shade,
		at([-9, 0, -6, -70, -20, -104, -14, -108, 0, -82, 12, -112, 18, -108, 7, -70, 10, 0]),
		3
	);
	// Patches of bark, which plane trees shed.
	for (let index = 0; index < 9; index++) {
		const left = paperOffset(index, 2) * 4;
		const top = -8 - index * 8;
		drawPaperPiece(
			index % 2 === 0 ? light : dark,
			at([left - 3, top, left + 1, top - 5, left + 4, top - 1, left, top + 4])
		);
	}
	for (let index = 0; index < 13; index++) {
		const angle = index * 2.4;
		const leavesDistance = Math.sqrt(index / 13) * 46;
		const cx = Math.cos(angle) * leavesDistance;
		const cy = -132 + Math.sin(angle) * leavesDistance * 0.72;
		const radius = 23 + paperOffset(index, size) * 4;
		const points: number[] = [];
		for (let corner = 0; corner < 11; corner++) {
			const cornerAngle = (corner / 11) * Math.PI * 2;
			const cornerDistance = radius * (corner % 2 === 0 ? 1.04 : 0.88);
			points.push(cx + Math.cos(cornerAngle) * cornerDistance, cy + Math.sin(cornerAngle) * cornerDistance);
		}
		drawPaperSheet(palette.leaf[(index * 3) % palette.leaf.length] ?? '', palette.shade, at(points), 3, 1.2);
	}
	drawPaperSheet(palette.kerb, palette.shade, at([-24, 4, -20, -4, 20, -4, 24, 4]), 1);
}

export function drawStreetLamp(palette: Palette, x: number): void {
	const y = -streetHeights.kerb - 6;
	drawRoundedBox(palette.metal, x - 2, y - 128, 4, 128);
	drawRoundedBox(palette.metal, x - 5, y - 14, 10, 14, 2);
	drawPaperSheet(
		palette.metal,
		palette.shade,
		[x - 11, y - 150, x + 11, y - 150, x + 7, y - 128, x - 7, y - 128],
		2,
		0
	);
	drawPaperPiece(palette.hour === 'day' ? '#f3e6c4' : '#ffe2a0', [
		x - 8,
		y - 147,
		x + 8,
		y - 147,
		x + 5,
		y - 131,
		x - 5,
		y - 131
	]);
	drawPaperPiece(palette.metal, [x - 13, y - 150, x, y - 160, x + 13, y - 150]);
	if (palette.hour === 'day') return;
	const context = drawingContext;
	const glow = context.createRadialGradient(x, y - 138, 4, x, y - 138, 92);
	glow.addColorStop(0, 'rgba(255, 214, 140, 0.62)');
	glow.addColorStop(0.35, 'rgba(255, 190, 110, 0.22)');
	glow.addColorStop(1, 'rgba(255, 170, 90, 0)');
	fill(glow);
	circle(x, y - 138, 184);
}
