/** Draws the lamp beside a bed, which says what to do, and a small monitor, which shows the pulse. */
import {
	beginShape,
	circle,
	endShape,
	fill,
	noFill,
	noStroke,
	stroke,
	strokeWeight,
	text,
	textAlign,
	textSize,
	textStyle,
	vertex
} from 'braise/draw';
import { drawGlow } from '../glow.ts';
import { drawRoundedBox } from '../paper.ts';
import { currentPalette } from '../stage.ts';
import { wardColoursAt, type BedLamp } from '../ward-colours.ts';

/** Signs on the lamp, so that the level is not told by colour alone. */
const BED_LAMP_SIGNS: Partial<Record<BedLamp, string>> = { alarm: '!!', call: '!', measure: '?', odd: '×' };

const isUrgentLamp = (lamp: BedLamp): boolean => lamp === 'alarm' || lamp === 'call';

/** Draws the stand, its screen, and the lamp on top. */
export function drawBedLamp(lamp: BedLamp, isAnswered: boolean): void {
	const { bedframeDark, shade, screen, lamps } = wardColoursAt(currentPalette().hour);
	if (isUrgentLamp(lamp) && !isAnswered) drawGlow(lamp === 'alarm' ? '255, 70, 50' : '255, 140, 40', 70, -7, 100, 0.6);
	drawRoundedBox(bedframeDark, 66, 10, 7, 92, 3);
	drawRoundedBox(shade, 52, 19, 44, 36, 5);
	drawRoundedBox(screen, 49, 16, 44, 36, 5);
	noStroke();
	fill(shade);
	circle(72, -5, 34);
	fill(lamps[lamp]);
	circle(70, -7, isUrgentLamp(lamp) ? 36 : lamp === 'calm' ? 24 : 32);
	fill('#ffffff');
	if (lamp === 'watch') circle(70, -7, 11);
	textAlign('center', 'alphabetic');
	textStyle('bold');
	textSize(26);
	text(BED_LAMP_SIGNS[lamp] ?? '', 70, 2);
}

/** Draws the heartbeat on the screen, and the flashing light of a call that nobody has answered. */
export function drawPulseAndCallLight(lamp: BedLamp, isAnswered: boolean, pulse: number | null, seconds: number): void {
	const { lamps } = wardColoursAt(currentPalette().hour);
	drawHeartbeat(pulse, seconds, pulse === null ? lamps.odd : '#7de8a8');
	if (!isUrgentLamp(lamp) || isAnswered) return;
	const beat = 0.5 + 0.5 * Math.sin(seconds * (lamp === 'alarm' ? 9 : 5));
	noFill();
	stroke(lamps[lamp]);
	strokeWeight(4);
	circle(70, -7, 42 + beat * 22);
}

/** Seconds of heartbeat that the screen shows. */
const SHOWN_HEARTBEAT_SECONDS = 1.8;
const HEARTBEAT_POINT_COUNT = 22;

function heartbeatHeightAt(part: number): number {
	if (part < 0.1) return 0;
	if (part < 0.16) return (part - 0.1) * -4;
	if (part < 0.24) return -0.24 + (part - 0.16) * 15;
	if (part < 0.34) return 0.96 - (part - 0.24) * 13;
	if (part < 0.42) return -0.34 + (part - 0.34) * 4.25;
	return 0;
}

/** Draws one spike per heartbeat. A flat line means that the pulse was not measured, not that the heart stands still. */
function drawHeartbeat(pulse: number | null, seconds: number, colour: string): void {
	noFill();
	stroke(colour);
	strokeWeight(2.6);
	beginShape();
	for (let index = 0; index <= HEARTBEAT_POINT_COUNT; index++) {
		const passedBeats = ((seconds + (index / HEARTBEAT_POINT_COUNT) * SHOWN_HEARTBEAT_SECONDS) * (pulse ?? 0)) / 60;
		const up = pulse === null ? (index % 4 < 2 ? 0.04 : -0.04) : heartbeatHeightAt((passedBeats % 1) * 0.8);
		vertex(52 + (index / HEARTBEAT_POINT_COUNT) * 38, 34 - up * 13.2);
	}
	endShape();
}
