import type { ProgramKind } from '#lib/explanations/index.ts';

export function programKindOf(declarations: Readonly<Record<string, string>>): ProgramKind {
	if ('p5.d.ts' in declarations) return 'p5';
	if ('draw-names.d.ts' in declarations) return 'sketch';
	return 'braise/draw' in declarations ? 'challenge' : 'page';
}

export function declareGlobalNames(moduleDeclarations: string): string {
	return moduleDeclarations
		.replace(/^declare module 'braise\/draw' \{$/m, '')
		.replace(/^\}\s*$/m, '')
		.replace(/^\texport (?=const|function|interface|class|type)/gm, '\tdeclare ');
}
