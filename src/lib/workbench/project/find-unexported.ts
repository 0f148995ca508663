/** Finds a frequent beginner's mistake in sketches: a `draw` that is written but not exported. */
import { PROGRAM_FILE } from '#lib/domain/project.ts';
import type { Files } from '#sandbox/contract.ts';

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

/** Returns the first function that the sketch player would call if it were exported, or null. */
export function findUnexported(files: Files): string | null {
	const program = files[PROGRAM_FILE] ?? '';
	const listed = [...program.matchAll(/^export\s*\{([^}]*)\}/gm)].flatMap((match) => match[1]?.split(',') ?? []);
	const names = new Set(listed.map((name) => name.trim()));
	const written = [...program.matchAll(/^(?:async )?function (\w+)\s*\(/gm)].flatMap((match) => match[1] ?? []);
	return written.find((name) => CALLED.includes(name) && !names.has(name)) ?? null;
}
