/** A beginner's trouble with sketches: `draw` is there, and nothing is drawn. */
import { PROGRAM } from '#lib/domain/project.ts';
import type { Files } from '#sandbox/index.ts';

const CALLED = [
	'setup',
	'draw',
	'mousePressed',
	'mouseReleased',
	'mouseMoved',
	'mouseDragged',
	'keyPressed',
	'keyReleased'
];

/** The first function that a sketch's player would call if it were exported. */
export function unexported(files: Files): string | null {
	const program = files[PROGRAM] ?? '';
	const listed = [...program.matchAll(/^export\s*\{([^}]*)\}/gm)].flatMap((match) => match[1]?.split(',') ?? []);
	const names = new Set(listed.map((name) => name.trim()));
	const written = [...program.matchAll(/^(?:async )?function (\w+)\s*\(/gm)].flatMap((match) => match[1] ?? []);
	return written.find((name) => CALLED.includes(name) && !names.has(name)) ?? null;
}
