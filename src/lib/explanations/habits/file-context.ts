/** Maps each name that a program's other files and modules export to the path or module to import it from. */
export type ModuleByExport = Readonly<Record<string, string>>;

/** Matches exported names. Exported numbers are left out: a name such as `salt` is more often a property. */
const EXPORT_PATTERN =
	/^[ \t]*export\s+(?:declare\s+|abstract\s+|async\s+)*(?:const|let|var|function\*?|class|enum|interface|type)\s+([\p{L}_$][\p{L}\w$]*)(?!\s*=\s*[\d.]|[\p{L}\w$])/gmu;
const MODULE_DECLARATION_PATTERN = /\bdeclare\s+module\s+['"]([^'"]+)['"]/;

/**
 * Collects exported names. Texts are given by the path that an import writes (`./given.ts`); a text that declares a module counts under the
 * module's name.
 */
export function mapExportsToModules(texts: Readonly<Record<string, string>>): ModuleByExport {
	const moduleByExport: Record<string, string> = Object.create(null) as Record<string, string>;
	for (const [path, text] of Object.entries(texts)) {
		const moduleName = MODULE_DECLARATION_PATTERN.exec(text)?.[1] ?? path;
		for (const [, name = ''] of text.matchAll(EXPORT_PATTERN)) moduleByExport[name] ??= moduleName;
	}
	return moduleByExport;
}

/** What a program belongs to. A page with p5.js is a kind of its own, because p5 calls some of its functions. */
export type ProgramKind = 'challenge' | 'sketch' | 'page' | 'p5';

export interface FileContext {
	kind: ProgramKind;
	moduleByExport: ModuleByExport;
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
