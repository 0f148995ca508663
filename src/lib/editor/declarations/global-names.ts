/** Declares the names of `braise/draw` as global, for programs that use them without import. */

/** Turns the declarations of the module into declarations of global names. */
export function declareGlobalNames(moduleDeclarations: string): string {
	return moduleDeclarations
		.replace(/^declare module 'braise\/draw' \{$/m, '')
		.replace(/^\}\s*$/m, '')
		.replace(/^\texport (?=const|function|interface|class|type)/gm, '\tdeclare ');
}
