import type { ProgramKind } from '#lib/explanations/index.ts';

/** Returns the kind of program that uses these declarations, recognised by their paths. */
export function programKindOf(declarations: Readonly<Record<string, string>>): ProgramKind {
	if ('p5.d.ts' in declarations) return 'p5';
	if ('draw-names.d.ts' in declarations) return 'sketch';
	return 'braise/draw' in declarations ? 'challenge' : 'page';
}

/** Turns the declarations of the module into declarations of global names. */
export function declareGlobalNames(moduleDeclarations: string): string {
	return moduleDeclarations
		.replace(/^declare module 'braise\/draw' \{$/m, '')
		.replace(/^\}\s*$/m, '')
		.replace(/^\texport (?=const|function|interface|class|type)/gm, '\tdeclare ');
}
