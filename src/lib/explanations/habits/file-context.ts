/** Describes what surrounds a file: the kind of its program, and its other files. */
import { mapExportsToModules, type ModuleByExport } from './module-by-export.ts';

/** What a program belongs to. A page with p5.js is a kind of its own, because p5 calls some of its functions. */
export type ProgramKind = 'challenge' | 'sketch' | 'page' | 'p5';

export interface FileContext {
	kind: ProgramKind;
	moduleByExport: ModuleByExport;
	/** The texts of the program's other files. */
	otherTexts: readonly string[];
}

/** Describes the context of a file. `otherFiles` holds the texts of the other files, by the path that imports write. */
export function describeFileContext(
	kind: ProgramKind,
	otherFiles: Readonly<Record<string, string>> = {},
	declaredImports: ModuleByExport = {}
): FileContext {
	return {
		kind,
		moduleByExport: { ...declaredImports, ...mapExportsToModules(otherFiles) },
		otherTexts: Object.values(otherFiles)
	};
}
