/** Recognises the kind of a program by the declarations that its editor has. */
import type { ProgramKind } from '#lib/explanations/index.ts';

/** Returns the kind of program that uses these declarations, recognised by their paths. */
export function programKindOf(declarations: Readonly<Record<string, string>>): ProgramKind {
	if ('p5.d.ts' in declarations) return 'p5';
	if ('draw-names.d.ts' in declarations) return 'sketch';
	return 'braise/draw' in declarations ? 'challenge' : 'page';
}
