/** Draws night over everything drawn so far: a dark sheet, a moon and stars. */
import { circle, drawingContext, fill, noStroke, rect } from 'braise/draw';
import { drawPaperPiece } from '../paper.ts';
import { currentMoment, currentPalette, stage } from '../stage.ts';

/** Draws the dark, with moon and stars below a strip of the given height. `darkness` goes from 0, full day, to 1, full night. */
export function nightfall(darkness: number, stripHeight = 0): void {
	if (darkness <= 0) return;
	const { width, height } = stage();
	const { time, still } = currentMoment();
	noStroke();
	drawingContext.globalAlpha = (currentPalette().hour === 'day' ? 0.62 : 0.4) * Math.min(1, darkness);
	fill('#141a3c');
	// The dark sheet reaches far beyond the stage, because a picture with other proportions shows more than the stage.
	rect(-500, -500, width + 1000, height + 1000);
	drawingContext.globalAlpha = Math.min(1, darkness);
	drawMoon(width - 44, stripHeight + 40, 22);
	fill('#f6eecb');
	for (let star = 0; star < 34; star++) {
		const twinkle = still ? 0 : Math.sin(time * 2 + star * 1.9);
		const [across, down] = [(star * 0.618034) % 1, (star * 0.754878) % 1];
		circle(across * width, stripHeight + 10 + down * (height - stripHeight) * 0.9, 2 + twinkle * 0.7);
	}
	drawingContext.globalAlpha = 1;
}

/** Draws a crescent: the outer half of a disc, without the part that another disc beside it covers. */
function drawMoon(x: number, y: number, radius: number): void {
	const angles = Array.from({ length: 25 }, (_, index) => Math.PI * (0.2 + index / 24));
	const [east, south] = [Math.cos(Math.PI * 0.7), Math.sin(Math.PI * 0.7)];
	const outerEdge = angles.flatMap((turn) => [x + Math.cos(turn) * radius, y + Math.sin(turn) * radius]);
	const innerEdge = [...angles].reverse().flatMap((turn) => {
		const [across, down] = [Math.cos(turn) * radius, Math.sin(turn) * radius];
		const flat = 0.45 * (across * east + down * south);
		return [x + across - flat * east, y + down - flat * south];
	});
	drawPaperPiece('#f6eecb', [...outerEdge, ...innerEdge]);
}
