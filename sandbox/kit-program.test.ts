import { expect, test } from 'vitest';
import { openKit, openProgramKit, type KitExports, type KitTestHarness } from './kit-testing.ts';

const AREA = { x: 10, y: 20, width: 300, height: 200 };

/** Draws with several pieces, each of which sets colours and sizes of its own. */
function drawPieces({ says, clock, table, bars, shelf, sign, place }: KitExports): void {
	sign('Boulangerie', 10, 10);
	says(place('right'), 'Bonjour !');
	clock(60, 60, 70, 510);
	table(AREA, { columns: ['a'], rows: [[1]] });
	bars(AREA, { values: [1, 2] });
	shelf(AREA, { item: 'bread', count: 3, most: 4, label: '3 / 4' });
}

/** Draws pieces, and returns the canvas calls that show where each part is drawn. */
function recordPlacingCalls({ kit, draw }: KitTestHarness): unknown[] {
	const context = draw.module.drawingContext as unknown as Record<string, unknown>;
	const calls: unknown[] = [];
	for (const name of ['moveTo', 'lineTo', 'arcTo', 'ellipse', 'arc', 'rotate', 'fillRect', 'fillText'])
		context[name] = (...values: unknown[]) => calls.push([name, ...values]);
	drawPieces(kit);
	return calls;
}

test('a student’s program gets every piece of the kit', async () => {
	const [{ kit }, { kit: programKit }] = [await openKit(700, 500), await openProgramKit(700, 500)];
	expect(Object.keys(programKit).sort()).toEqual(Object.keys(kit).sort());
});

test('drawing pieces leaves the sketch’s colours, sizes and modes unchanged', async () => {
	const { kit, draw } = await openProgramKit(700, 500);
	const { module: p } = draw;
	p.fill('#123456');
	p.stroke('#654321');
	p.strokeWeight(7);
	p.textSize(33);
	p.angleMode('degrees');
	drawPieces(kit);
	p.rect(0, 0, 10, 10);
	const { fillStyle, strokeStyle, lineWidth } = p.drawingContext;
	expect({ fillStyle, strokeStyle, lineWidth }).toEqual({
		fillStyle: '#123456',
		strokeStyle: '#654321',
		lineWidth: 7
	});
	p.text('a', 0, 0);
	expect(p.drawingContext.font).toContain('33px');
	expect(p.angleMode()).toBe('degrees');
});

test('pieces are drawn in the same places, whichever modes the sketch has set', async () => {
	const placesWithoutModes = recordPlacingCalls(await openProgramKit(700, 500));
	const opened = await openProgramKit(700, 500);
	const { module: p } = opened.draw;
	p.rectMode('center');
	p.ellipseMode('corner');
	p.angleMode('degrees');
	p.colorMode('hsb');
	expect(placesWithoutModes.length).toBeGreaterThan(20);
	expect(recordPlacingCalls(opened)).toEqual(placesWithoutModes);
});

test('a piece that throws leaves the sketch’s angle mode and style stack unchanged', async () => {
	const { kit, draw } = await openProgramKit(700, 500);
	const { module: p } = draw;
	p.angleMode('degrees');
	expect(() => (kit.bars as (...values: unknown[]) => void)(AREA)).toThrow();
	expect(p.angleMode()).toBe('degrees');
	expect(() => p.pop()).toThrow('pop()');
});
